//! The radar, painted: ground, latest wave with its noise, baseline, words.

use super::{
    Goal, Taken, bend, circle, hued_path, mark, named, number, open_words, path, role_class, step_to, trace,
    words,
};
use crate::history::History;
use crate::radar::{Form, Label, Point, Radar, Run, Series, Side, Spot, lay_out};
use crate::scoring::{CapabilityScore, CapabilityStatus, Scores, score};
use crate::survey::{Capability, CapabilityId, Survey};
use crate::views::markup::Pen;
use crate::words::Language;
use yew::{Callback, Html};

/// What the radar shows.
pub struct RadarChart<'a> {
    /// The instrument, for names.
    pub survey: &'a Survey,
    /// The latest wave.
    pub now: &'a Scores,
    /// The baseline, in a comparison.
    pub base: Option<&'a Scores>,
    /// Own targets, where there are any.
    pub goal: Option<&'a Goal<'a>>,
    /// Names of the two series, written beside the lines where there is room.
    pub names: [&'a str; 2],
    /// Why a capability has no score.
    pub missing: &'a dyn Fn(&CapabilityId) -> &'static str,
    /// What it is, for those who do not see it.
    pub title: &'a str,
    /// The same figures in words.
    pub description: &'a str,
}

/// The radar of the survey's example, to show on the first screen; nothing without an example.
pub fn hero_radar(survey: &Survey, language: &Language) -> Html {
    let example = History::of_example(survey);
    let Some((base, now)) = example.as_ref().and_then(History::span) else {
        return Html::default();
    };
    let [base, now] = [base, now].map(|wave| score(survey, &wave.answers, &wave.weights));
    let words = &language.words.shell.welcome;
    let chart = RadarChart {
        survey,
        now: &now,
        base: Some(&base),
        goal: None,
        names: [words.figure_later, words.figure_base],
        missing: &|_| "",
        title: words.figure_title,
        description: &describe(survey, language, &now),
    };
    let nobody = Callback::noop();
    let mut pen = Pen::new(language, &nobody);
    chart.draw(&mut pen, Form::Hero);
    pen.done()
}

/// Every figure of a radar in words.
pub fn describe(survey: &Survey, language: &Language, scores: &Scores) -> String {
    let mut words = String::new();
    let none = language.words.shell.welcome.no_score;
    for role in &survey.roles {
        let own = scores.role(&role.id).and_then(|own| own.figure.as_ref());
        let own = own.map_or_else(|| none.to_owned(), |figure| language.short(figure.points));
        words.push_str(&[role.name.as_str(), " ", &own, ": "].concat());
        let capabilities: Vec<String> = role
            .capabilities
            .iter()
            .map(|capability| {
                let figure = scores.capability(&capability.id).and_then(|own| own.figure.as_ref());
                let points = figure.map_or_else(|| none.to_owned(), |figure| language.short(figure.points));
                [capability.short.as_str(), " ", &points].concat()
            })
            .collect();
        words.push_str(&capabilities.join(", "));
        words.push_str(". ");
    }
    words
}

impl RadarChart<'_> {
    /// Draws one form of the chart.
    pub fn draw(&self, pen: &mut Pen, form: Form) {
        let mut fans = Vec::new();
        for role in &self.survey.roles {
            fans.push(role.capabilities.len());
        }
        let radar = lay_out(form, &fans, self.survey.levels.len(), pen.language.rtl);
        let (start, id) = match form {
            Form::Wide => ("svg.mr-radar mr-radar-wide", "mr-rw"),
            Form::Narrow => ("svg.mr-radar mr-radar-narrow", "mr-rn"),
            Form::Hero => ("svg.mr-radar mr-radar-hero", "mr-rh"),
        };
        pen.el(start, |pen| {
            pen.set("viewBox", &["0 0 ", &number(radar.width), " ", &number(radar.height)].concat());
            named(pen, id, self.title, self.description);
            ground(pen, &radar);
            self.series(pen, &radar);
            self.ring_names(pen, &radar);
            self.names(pen, &radar);
            let taken = self.series_names(pen, &radar);
            if let Some(goal) = self.own_goal() {
                goal.named(pen, &radar, taken);
            }
        });
    }

    /// Own targets; never on a first visit, whose program does not carry them.
    fn own_goal(&self) -> Option<&Goal<'_>> {
        self.goal.filter(|_| cfg!(feature = "results"))
    }

    /// Band, targets, baseline and latest wave, in this order from back to front.
    fn series(&self, pen: &mut Pen, radar: &Radar) {
        let now = spots(self.survey, self.now);
        let runs = radar.runs(&now);
        let mut noise = String::new();
        for run in &runs {
            if run.line.len() > 1 {
                hued_path(pen, "mr-fill", run.fan, &below(run));
                trace(&mut noise, &run.band);
                noise.push('Z');
            }
        }
        path(pen, "path.mr-noise", &noise);
        if let Some(goal) = self.own_goal() {
            goal.line(pen, radar);
        }
        if let Some(base) = self.base {
            self.base_line(pen, radar, &spots(self.survey, base), &now);
        }
        path(pen, "path.mr-line-now", &lines(&runs));
        let size = match radar.form {
            Form::Wide => 5.6,
            Form::Narrow => 4.4,
            Form::Hero => 4.6,
        };
        for run in &runs {
            for (own, at) in self.now.capabilities.iter().skip(run.first).zip(&run.line) {
                mark(pen, run.fan, *at, size, own.status == CapabilityStatus::SingleItem);
            }
        }
    }

    /// The line of the baseline, and a dot where it lies apart from the latest wave.
    fn base_line(&self, pen: &mut Pen, radar: &Radar, base: &Series, now: &Series) {
        path(pen, "path.mr-line-base", &lines(&radar.runs(base)));
        let size = if radar.form == Form::Wide { 4.0 } else { 3.0 };
        for (axis, (base, now)) in radar.axes().zip(base.iter().zip(now)) {
            if let Some(base) = base
                && now.is_none_or(|now| (now.points - base.points).abs() > 1.0)
            {
                let at = radar.spot(axis, base.points);
                circle(pen, "circle.mr-dot-base", &number(at.x), &number(at.y), size);
            }
        }
    }

    /// The levels, in the free gap between two roles.
    fn ring_names(&self, pen: &mut Pen, radar: &Radar) {
        if radar.form == Form::Hero {
            return;
        }
        for ((index, level), at) in self.survey.levels.iter().enumerate().zip(&radar.ring_names) {
            let wide = radar.form == Form::Wide;
            // The lowest ring is the hub itself; in the narrow form every other name has room.
            let (class, at) = match index {
                0 => ("mr-hubname", radar.center),
                _ => ("mr-ringname", *at),
            };
            if wide || (index > 0 && index % 2 == 0) {
                words(pen, class, Point { x: at.x, y: at.y + 4.0 }, "middle", &level.name);
            }
        }
    }

    /// Roles and capabilities around the rim.
    fn names(&self, pen: &mut Pen, radar: &Radar) {
        if radar.form != Form::Narrow {
            for (position, (role, fan)) in self.survey.roles.iter().zip(&radar.fans).enumerate() {
                let class = ["mr-rolename ", role_class(position)].concat();
                word(pen, &class, fan.name, &role.name);
            }
        }
        for (capability, axis) in self.survey.capabilities().zip(radar.axes()) {
            match radar.form {
                Form::Wide => self.axis_name(pen, capability, axis.label),
                Form::Narrow => word(pen, "mr-axiscode", axis.label, &capability.code),
                Form::Hero => {}
            }
        }
    }

    /// Name above, score and change below.
    fn axis_name(&self, pen: &mut Pen, capability: &Capability, label: Label) {
        let figure =
            |scores: &Scores| scores.capability(&capability.id)?.figure.as_ref().map(|own| own.points);
        word(pen, "mr-axisname", label, &capability.short);
        let at = Point { x: label.at.x, y: label.at.y + 17.0 };
        open_words(pen, "mr-axisvalue", at, anchor(label.side));
        match (figure(self.now), self.base.and_then(figure)) {
            (None, _) => pen.put("tspan.mr-missing", (self.missing)(&capability.id)),
            (Some(now), Some(base)) if (now - base).abs() > 0.05 => {
                let sign = if now > base { "+" } else { "" };
                pen.text(&[&pen.language.short(now), " "].concat());
                pen.put("tspan.mr-delta[dx=3]", &[sign, &pen.language.short(now - base)].concat());
            }
            (Some(now), _) => pen.text(&pen.language.short(now)),
        }
        pen.close();
    }

    /// Names of the two lines at that end of the top fan where they lie further apart, if far enough.
    fn series_names(&self, pen: &mut Pen, radar: &Radar) -> Taken {
        const FAR: f64 = 10.0;
        let (base, fan) = (self.base?, radar.fans.first()?);
        if radar.form == Form::Narrow {
            return None;
        }
        let points = |own: Option<&CapabilityScore>| own?.figure.as_ref().map(|figure| figure.points);
        let mut furthest: Option<(f64, Point, Point)> = None;
        for at in [0, fan.axes.len().saturating_sub(1)] {
            let pair = points(self.now.capabilities.get(at)).zip(points(base.capabilities.get(at)));
            if let (Some((now, base)), Some(axis)) = (pair, fan.axes.get(at)) {
                let apart = (now - base).abs();
                // Of two equal ends the later one.
                if apart >= furthest.map_or(FAR, |(apart, ..)| apart) {
                    furthest = Some((apart, radar.spot(axis, now), radar.spot(axis, base)));
                }
            }
        }
        let (_, now, base) = furthest?;
        let right = now.x > radar.center.x;
        let [now_name, base_name] = self.names;
        let middle = f64::midpoint(now.y, base.y) + 5.0;
        let away = f64::max((now.y - base.y).abs(), 17.0) / 2.0;
        let up = if now.y < base.y { -away } else { away };
        for (at, shift, class, name) in
            [(now, up, "mr-serieslabel", now_name), (base, -up, "mr-serieslabel mr-quiet", base_name)]
        {
            let x = at.x + if right { 13.0 } else { -13.0 };
            let side = if right { Side::Left } else { Side::Right };
            word(pen, class, Label { at: Point { x, y: middle + shift }, side }, name);
        }
        Some((right, [middle + up, middle - up]))
    }
}

/// Wedges, rings, axes and the coloured edges.
fn ground(pen: &mut Pen, radar: &Radar) {
    let (mut rings, mut axes) = (String::new(), String::new());
    for (position, fan) in radar.fans.iter().enumerate() {
        if let (Some(hub), Some(rim)) = (fan.rings.first(), fan.rings.last()) {
            let mut wedge = String::new();
            step_to(&mut wedge, 'M', hub.from);
            step_to(&mut wedge, 'L', rim.from);
            bend(&mut wedge, rim);
            step_to(&mut wedge, 'L', hub.to);
            bend(&mut wedge, &crate::radar::Arc { to: hub.from, clockwise: !hub.clockwise, ..*hub });
            wedge.push('Z');
            path(pen, "path.mr-wedge", &wedge);
        }
        for ring in &fan.rings {
            step_to(&mut rings, 'M', ring.from);
            bend(&mut rings, ring);
        }
        for axis in &fan.axes {
            trace(&mut axes, &[axis.foot, axis.rim]);
        }
        let mut edge = String::new();
        step_to(&mut edge, 'M', fan.edge.from);
        bend(&mut edge, &fan.edge);
        hued_path(pen, "mr-arc", position, &edge);
    }
    path(pen, "path.mr-ring", &rings);
    path(pen, "path.mr-axis", &axes);
}

fn spots(survey: &Survey, scores: &Scores) -> Box<Series> {
    let spot = |own: &CapabilityScore| {
        let figure = own.figure.as_ref()?;
        Some(Spot { points: figure.points, noise_sd: figure.noise_sd(&survey.parameters) })
    };
    scores.capabilities.iter().map(spot).collect()
}

fn lines(runs: &[Run]) -> String {
    let mut shape = String::new();
    for run in runs {
        trace(&mut shape, &run.line);
    }
    shape
}

/// The ground between a line and the hub.
fn below(run: &Run) -> String {
    let mut shape = String::new();
    trace(&mut shape, &run.line);
    step_to(&mut shape, 'L', run.hub.from);
    bend(&mut shape, &run.hub);
    shape.push('Z');
    shape
}

fn word(pen: &mut Pen, class: &str, label: Label, text: &str) {
    words(pen, class, label.at, anchor(label.side), text);
}

fn anchor(side: Side) -> &'static str {
    match side {
        Side::Left => "start",
        Side::Middle => "middle",
        Side::Right => "end",
    }
}
