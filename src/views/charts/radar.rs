//! The radar, painted: ground, latest wave with its noise, baseline, words.

use super::{bend, circle, mark, number, path, role_class, step_to, trace, words};
use crate::history::History;
use crate::radar::{Form, Label, Point, Radar, Run, Series, Side, Spot, lay_out};
use crate::scoring::{CapabilityScore, CapabilityStatus, Scores, score};
use crate::survey::{Capability, CapabilityId, Survey};
use crate::views::markup::{el, text, with};
use crate::words::Language;
use yew::Html;

/// What the radar shows.
pub struct RadarChart<'a> {
    /// The instrument, for names.
    pub survey: &'a Survey,
    /// The language, for figures and words.
    pub language: &'a Language,
    /// The latest wave.
    pub now: &'a Scores,
    /// The baseline, in a comparison.
    pub base: Option<&'a Scores>,
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
    let results = &language.words.results;
    let chart = RadarChart {
        survey,
        language,
        now: &now,
        base: Some(&base),
        names: [results.series_later, results.series_base],
        missing: &|_| "",
        title: results.example_title,
        description: &describe(survey, language, &now),
    };
    chart.draw(Form::Hero)
}

/// Every figure of a radar in words.
pub fn describe(survey: &Survey, language: &Language, scores: &Scores) -> String {
    let mut words = String::new();
    let none = language.words.results.no_score;
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
    pub fn draw(&self, form: Form) -> Html {
        let fans: Vec<usize> = self.survey.roles.iter().map(|role| role.capabilities.len()).collect();
        let radar = lay_out(form, &fans, self.survey.levels.len(), self.language.rtl);
        let (class, title, about, both) = match form {
            Form::Wide => ("mr-radar mr-radar-wide", "mr-rw-t", "mr-rw-d", "mr-rw-t mr-rw-d"),
            Form::Narrow => ("mr-radar mr-radar-narrow", "mr-rn-t", "mr-rn-d", "mr-rn-t mr-rn-d"),
            Form::Hero => ("mr-radar mr-radar-hero", "mr-rh-t", "mr-rh-d", "mr-rh-t mr-rh-d"),
        };
        let mut parts = vec![
            with("title", &["id"], vec![title.into()], vec![text(self.title.to_owned())]),
            with("desc", &["id"], vec![about.into()], vec![text(self.description.to_owned())]),
        ];
        ground(&radar, &mut parts);
        self.series(&radar, &mut parts);
        self.ring_names(&radar, &mut parts);
        self.names(&radar, &mut parts);
        self.series_names(&radar, &mut parts);
        let field = ["0 0 ", &number(radar.width), " ", &number(radar.height)].concat();
        with(
            "svg",
            &["class", "viewBox", "role", "aria-labelledby"],
            vec![class.into(), field.into(), "img".into(), both.into()],
            parts,
        )
    }

    /// Band, baseline and latest wave, in this order from back to front.
    fn series(&self, radar: &Radar, parts: &mut Vec<Html>) {
        let now = spots(self.survey, self.now);
        let runs = radar.runs(&now);
        let mut noise = String::new();
        for run in runs.iter().filter(|run| run.line.len() > 1) {
            parts.push(path(["mr-fill ", role_class(run.fan)].concat(), below(run)));
            trace(&mut noise, &run.band);
            noise.push('Z');
        }
        parts.push(path("mr-noise", noise));
        if let Some(base) = self.base {
            let base = spots(self.survey, base);
            parts.push(path("mr-line-base", lines(&radar.runs(&base))));
            for (axis, (base, now)) in radar.axes().zip(base.iter().zip(&now)) {
                let apart = |base: &Spot| now.is_none_or(|now| (now.points - base.points).abs() > 1.0);
                if let Some(base) = base.as_ref().filter(|base| apart(base)) {
                    let at = radar.spot(axis, base.points);
                    let size = if radar.form == Form::Wide { 4.0 } else { 3.0 };
                    parts.push(circle("mr-dot-base", number(at.x), number(at.y), size));
                }
            }
        }
        parts.push(path("mr-line-now", lines(&runs)));
        let size = match radar.form {
            Form::Wide => 5.6,
            Form::Narrow => 4.4,
            Form::Hero => 4.6,
        };
        for run in &runs {
            for (own, at) in self.now.capabilities.iter().skip(run.first).zip(&run.line) {
                parts.push(mark(run.fan, *at, size, own.status == CapabilityStatus::SingleItem));
            }
        }
    }

    /// The levels, in the free gap between two roles.
    fn ring_names(&self, radar: &Radar, parts: &mut Vec<Html>) {
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
                let at = Point { x: at.x, y: at.y + 4.0 };
                parts.push(words(class, at, "middle", vec![text(level.name.clone())]));
            }
        }
    }

    /// Roles and capabilities around the rim.
    fn names(&self, radar: &Radar, parts: &mut Vec<Html>) {
        if radar.form != Form::Narrow {
            for (position, (role, fan)) in self.survey.roles.iter().zip(&radar.fans).enumerate() {
                let class = ["mr-rolename ", role_class(position)].concat();
                parts.push(word(class, fan.name, vec![text(role.name.clone())]));
            }
        }
        for (capability, axis) in self.survey.capabilities().zip(radar.axes()) {
            match radar.form {
                Form::Wide => self.axis_name(capability, axis.label, parts),
                Form::Narrow => {
                    parts.push(word("mr-axiscode".into(), axis.label, vec![text(capability.code.clone())]))
                }
                Form::Hero => {}
            }
        }
    }

    /// Name above, score and change below.
    fn axis_name(&self, capability: &Capability, label: Label, parts: &mut Vec<Html>) {
        let figure =
            |scores: &Scores| scores.capability(&capability.id)?.figure.as_ref().map(|own| own.points);
        let below = Label { at: Point { x: label.at.x, y: label.at.y + 17.0 }, ..label };
        let value = match (figure(self.now), self.base.and_then(figure)) {
            (None, _) => vec![el("tspan", "mr-missing", vec![text((self.missing)(&capability.id))])],
            (Some(now), Some(base)) if (now - base).abs() > 0.05 => {
                let sign = if now > base { "+" } else { "" };
                let change = text([sign, &self.language.short(now - base)].concat());
                let change =
                    with("tspan", &["class", "dx"], vec!["mr-delta".into(), "3".into()], vec![change]);
                vec![text([&self.language.short(now), " "].concat()), change]
            }
            (Some(now), _) => vec![text(self.language.short(now))],
        };
        parts.push(word("mr-axisname".into(), label, vec![text(capability.short.clone())]));
        parts.push(word("mr-axisvalue".into(), below, value));
    }

    /// Names of the two lines at that end of the top fan where they lie further apart, if far enough.
    fn series_names(&self, radar: &Radar, parts: &mut Vec<Html>) {
        const FAR: f64 = 10.0;
        let (Some(base), Some(fan)) = (self.base, radar.fans.first()) else { return };
        if radar.form == Form::Narrow {
            return;
        }
        let points = |own: Option<&CapabilityScore>| own?.figure.as_ref().map(|figure| figure.points);
        let ends = [0, fan.axes.len().saturating_sub(1)].into_iter().filter_map(|at| {
            let now = points(self.now.capabilities.get(at))?;
            let base = points(base.capabilities.get(at))?;
            let axis = fan.axes.get(at)?;
            Some((now - base, radar.spot(axis, now), radar.spot(axis, base)))
        });
        // Of two equal ends the later one.
        let furthest = ends.max_by(|(a, ..), (b, ..)| a.abs().total_cmp(&b.abs()));
        let Some((_, now, base)) = furthest.filter(|(apart, ..)| apart.abs() >= FAR) else { return };
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
            let label = Label { at: Point { x, y: middle + shift }, side };
            parts.push(word(class.to_owned(), label, vec![text(name.to_owned())]));
        }
    }
}

/// Wedges, rings, axes and the coloured edges.
fn ground(radar: &Radar, parts: &mut Vec<Html>) {
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
            parts.push(path("mr-wedge", wedge));
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
        parts.push(path(["mr-arc ", role_class(position)].concat(), edge));
    }
    parts.push(path("mr-ring", rings));
    parts.push(path("mr-axis", axes));
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

fn word(class: String, label: Label, children: Vec<Html>) -> Html {
    let anchor = match label.side {
        Side::Left => "start",
        Side::Middle => "middle",
        Side::Right => "end",
    };
    words(class, label.at, anchor, children)
}
