//! One capability: its figures, the levels to choose from over its strip, a day, and what is to be said.

use super::Page;
use crate::history::{Date, Standing, Target};
use crate::scoring::{CapabilityStatus, ROUNDING, Scores, level_of};
use crate::session::{Action, Addition};
use crate::survey::{Capability, CapabilityId, Survey};
use crate::views::charts::{Strip, strip};
use crate::views::markup::Value::{Figure, Short, Spelled, Text};
use crate::views::markup::{Pen, filled};
use web_sys::HtmlInputElement;
use yew::{InputEvent, TargetCast};

/// Which row it is.
#[derive(Clone, Copy)]
pub(super) struct Place {
    /// Position of the role, for hue and shape.
    pub role: usize,
    /// Position of the capability among all, for names within the page.
    pub number: usize,
}

/// What can be chosen: the points of every anchor, and the name of the level there.
fn stops(survey: &Survey) -> impl Iterator<Item = (f64, &str)> {
    (survey.scale_min..=survey.scale_max).map(|rating| {
        let points = survey.points(f64::from(rating));
        let number = level_of(&survey.levels, points);
        let level = survey.levels.iter().find(|level| level.number == number);
        (points, level.map_or("", |level| level.name.as_str()))
    })
}

/// The names above the choices, for the eye: each choice has its own.
pub(super) fn head(pen: &mut Pen, survey: &Survey) {
    pen.el("div.mr-goalrow mr-goalhead[aria-hidden=true]", |pen| {
        pen.put("span", "");
        pen.el("div.mr-goalscale", |pen| {
            pen.put("span", pen.language.words.targets.hold);
            pen.el("div.mr-goalstops", |pen| {
                for (_, name) in stops(survey) {
                    pen.put("span", name);
                }
            });
        });
    });
}

/// The row.
pub(super) fn row(pen: &mut Pen, page: &Page, place: Place, own: &Capability) {
    let id = ["mr-goal-", &place.number.to_string()].concat();
    let target = page.targets.get(&own.id);
    let sentences = sentences(pen, page, own, target);
    pen.el("div.mr-goalrow", |pen| {
        pen.el("div.mr-goalname", |pen| {
            pen.el("h3.mr-goaltitle", |pen| {
                pen.set("id", &id);
                pen.put("span.mr-code", &own.code);
                pen.text(&own.short);
            });
            pen.put("p.mr-note mr-num", &figures(pen, page, own, target));
        });
        choices(pen, page, place, own, &id, target);
        pen.when(target.is_some(), |pen| day(pen, own, &id, target, !sentences.is_empty()));
        pen.when(!sentences.is_empty(), |pen| {
            pen.el("div.mr-goalnotes", |pen| {
                pen.set("id", &[&id, "-notes"].concat());
                for sentence in &sentences {
                    pen.put("p.mr-note", sentence);
                }
            });
        });
    });
}

fn figures(pen: &Pen, page: &Page, own: &Capability, target: Option<&Target>) -> String {
    let (language, words) = (pen.language, &pen.language.words.targets);
    let points = |scores: &crate::scoring::Scores| Some(scores.capability(&own.id)?.figure.as_ref()?.points);
    let (Some(base), Some(now)) = (points(&page.base), points(&page.now)) else {
        return words.no_score.to_owned();
    };
    let message = if page.session.history.span().is_some() { words.base_now } else { words.now };
    let mut text = filled(language, message, &[("base", Figure(base)), ("now", Figure(now))]);
    if let Some(target) = target {
        text.push_str(", ");
        text.push_str(&filled(language, words.set, &[("target", Figure(target.score))]));
    }
    text
}

/// 'Hold', and a radio for each level over the strip.
fn choices(pen: &mut Pen, page: &Page, place: Place, own: &Capability, id: &str, target: Option<&Target>) {
    let (count, now) = (stops(page.survey).count().max(1), page.now.capability(&own.id));
    let figure = now.and_then(|now| now.figure.as_ref());
    let base = page.base.capability(&own.id).and_then(|base| base.figure.as_ref());
    let of = Strip {
        role: place.role,
        now: figure.map(|figure| figure.points),
        base: base.map(|base| base.points),
        target: target.map(|target| target.score),
        noise_sd: figure.map_or(0.0, |figure| figure.noise_sd(&page.survey.parameters)),
        open: now.is_some_and(|now| now.status == CapabilityStatus::SingleItem),
        inset: 50.0 / count as f64,
        label: None,
    };
    pen.el("div.mr-goalscale[role=radiogroup]", |pen| {
        pen.set("aria-labelledby", id);
        choice(pen, own, id, pen.language.words.targets.hold, None, target.is_none());
        pen.el("div.mr-goalstops", |pen| {
            strip(pen, &of);
            for (points, name) in stops(page.survey) {
                let is_chosen = target.is_some_and(|target| (target.score - points).abs() < 0.05);
                choice(pen, own, id, name, Some(points), is_chosen);
            }
        });
    });
}

fn choice(pen: &mut Pen, own: &Capability, group: &str, name: &str, points: Option<f64>, is_chosen: bool) {
    pen.el("label.mr-goalchoice", |pen| {
        let set = Addition::TargetSet { capability: own.id.clone(), points };
        pen.radio(group, is_chosen, None, Action::Added(set));
        pen.put("span.mr-hidden", &[own.short.as_str(), ": "].concat());
        pen.put("span.mr-goalchoicename", name);
    });
}

/// The day by which, once there is a target.
fn day(pen: &mut Pen, own: &Capability, id: &str, target: Option<&Target>, is_described: bool) {
    let field = [id, "-by"].concat();
    let value = target.and_then(|target| target.by).map(Date::iso).unwrap_or_default();
    let on_input = pen.on_action.reform(dated(own.id.clone()));
    pen.el("div.mr-goalby", |pen| {
        pen.el("label", |pen| {
            pen.set("for", &field);
            pen.put("span.mr-hidden", &[own.short.as_str(), ": "].concat());
            pen.text(pen.language.words.targets.by);
        });
        pen.el("input.mr-input[type=date]", |pen| {
            pen.set("id", &field);
            if is_described {
                pen.set("aria-describedby", &[id, "-notes"].concat());
            }
            pen.value(&value);
            pen.on_input(on_input);
        });
    });
}

fn dated(capability: CapabilityId) -> impl Fn(InputEvent) -> Action {
    move |event| {
        let typed = event.target_dyn_into::<HtmlInputElement>().map(|input| input.value());
        let by = typed.and_then(|typed| Date::parse(&typed));
        Action::Added(Addition::TargetDated { capability: capability.clone(), by })
    }
}

/// What is to be said about a target.
fn sentences(pen: &Pen, page: &Page, own: &Capability, target: Option<&Target>) -> Vec<String> {
    let (language, words) = (pen.language, &pen.language.words.targets);
    let mut said = Vec::new();
    let Some((target, standing)) = target.zip(page.progress.capability(&own.id)) else {
        let points = |scores: &Scores| Some(scores.capability(&own.id)?.figure.as_ref()?.points);
        let lost = points(&page.base).zip(points(&page.now)).map_or(0.0, |(base, now)| base - now);
        if target.is_none()
            && !page.targets.is_empty()
            && lost > page.survey.parameters.hold_tolerance + ROUNDING
        {
            said.push(words.fallen.to_owned());
        }
        return said;
    };
    if let Standing::Hold { kept } = standing {
        let base = page.base.capability(&own.id).and_then(|base| base.figure.as_ref());
        let tolerance = Short(page.survey.parameters.hold_tolerance);
        let base = base.map_or(0.0, |base| base.points);
        said.push(filled(language, words.below, &[("base", Figure(base)), ("tolerance", tolerance)]));
        if !kept {
            said.push(words.not_kept.to_owned());
        }
    } else if standing.is_reached() {
        said.push(words.reached.to_owned());
    } else if target.by.is_some_and(|by| by < page.session.today) {
        said.push(words.past.to_owned());
    } else if page.is_ambitious(own) {
        let usual = page.survey.parameters.ambitious;
        let (levels, months) = (usize::from(usual.levels), usual.months as usize);
        let counted = |[one, many]: [&str; 2], number: usize| {
            filled(language, if number == 1 { one } else { many }, &[("number", Spelled(number))])
        };
        let (levels, months) = (counted(words.more_levels, levels), counted(words.in_months, months));
        said.push(filled(language, words.ambitious, &[("levels", Text(&levels)), ("months", Text(&months))]));
    }
    said
}
