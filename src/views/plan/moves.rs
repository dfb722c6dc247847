//! The moves: what to do, when it is done, why; and, once the days are begun, what is noted on each.

use super::fields::fields;
use super::page::{Page, Running};
use crate::answers::Rating;
use crate::plan::{Move, MoveKind, MoveState, Reason, Undertaking, gap};
use crate::scoring::ROUNDING;
use crate::session::{Action, Addition};
use crate::survey::{CapabilityId, ItemId, SourceRef};
use crate::views::frame::section;
use crate::views::icon::{Icon, role_icon};
use crate::views::markup::Pen;
use crate::views::markup::Value::{Count, Percent, Short, Spelled, Text};
use crate::views::notice::{NoticeKind, notice};

/// The section.
pub(super) fn moves(pen: &mut Pen, page: &Page) {
    let words = page.words;
    if let Some(running) = page.running() {
        let (left, own): (Vec<_>, Vec<_>) =
            running.underway.moves.iter().enumerate().partition(|(_, own)| has_left(page, running, own));
        section(pen, &title(page, own.len()), words.moves_begun, |pen| {
            missing(pen, page);
            pen.el("ol.mr-moves", |pen| {
                for (place, (index, own)) in own.into_iter().enumerate() {
                    row(pen, page, place, &own.kind, |pen| fields(pen, page, running, index, own));
                }
            });
            pen.when(!left.is_empty(), |pen| {
                pen.el("details.mr-more", |pen| {
                    pen.put("summary", words.left);
                    pen.el("ol.mr-moves mr-section-tight", |pen| {
                        for (place, (index, own)) in left.into_iter().enumerate() {
                            row(pen, page, place, &own.kind, |pen| fields(pen, page, running, index, own));
                        }
                    });
                });
            });
            pen.el("div", |pen| anew(pen, page, running));
        });
    } else if !page.is_renewal() {
        let own = &page.cycle.plan.moves;
        let note = if own.is_empty() { "" } else { words.moves_note };
        section(pen, &title(page, own.len()), note, |pen| {
            missing(pen, page);
            proposal(pen, page, own);
        });
    }
}

/// `Three moves`.
fn title(page: &Page, count: usize) -> String {
    let [one, many] = page.words.moves;
    match count {
        0 => page.words.no_moves.to_owned(),
        1 => one.to_owned(),
        _ => {
            let number = Spelled(count).written(page.language);
            page.fill(many, &[("Number", Text(&(page.shared.start_sentence)(&number)))])
        }
    }
}

/// Dropped as the moves were renewed: it is none of those that are proposed, and those are all there.
fn has_left(page: &Page, running: Running, own: &Undertaking) -> bool {
    let plan = &page.cycle.plan;
    let proposed = plan.moves.iter().any(|other| other.kind == own.kind);
    own.state == MoveState::Dropped && !proposed && running.underway.holds(plan)
}

/// Says that texts are missing, where a move needs one; what the survey has lost has none by nature.
fn missing(pen: &mut Pen, page: &Page) {
    let lacks = |kind: &MoveKind| {
        let known = match kind {
            MoveKind::Focus { capability, .. } | MoveKind::Enabler { capability, .. } => {
                page.capability(capability).is_some()
            }
            _ => true,
        };
        known && page.steps.of_move(&page.session.survey, kind).is_none()
    };
    let underway = page.running().map(|own| own.underway.moves.as_slice()).unwrap_or_default();
    let shown = page.cycle.plan.moves.iter().any(|own| lacks(&own.kind));
    pen.when(shown || underway.iter().any(|own| lacks(&own.kind)), |pen| {
        notice(pen, NoticeKind::Warning, Icon::Warning, |pen| pen.put("p", page.words.texts_missing));
    });
}

/// Moves nobody has taken on yet, and the button to do so.
fn proposal(pen: &mut Pen, page: &Page, own: &[Move]) {
    let words = page.words;
    if own.is_empty() || !page.has_need() {
        return pen.put("p.mr-text", words.no_moves_why);
    }
    pen.el("ol.mr-moves", |pen| {
        for (place, own) in own.iter().enumerate() {
            row(pen, page, place, &own.kind, |pen| {
                if matches!(own.kind, MoveKind::Finding(_)) {
                    let out = Addition::SupportChosen { finding: None };
                    pen.button("mr-textlink mr-noprint", words.finding_out, Action::Added(out));
                }
            });
        }
    });
    pen.el("div.mr-actions", |pen| begin(pen, page, words.begin));
    pen.put("p.mr-note mr-section-tight", words.begin_note);
}

fn begin(pen: &mut Pen, page: &Page, label: &str) {
    let label = page.fill(label, &[("days", Count(usize::from(page.days)))]);
    pen.button("mr-button", &label, Action::Added(Addition::PlanBegun));
}

/// What the rules propose by now, where that is another plan or the days are over.
fn anew(pen: &mut Pen, page: &Page, running: Running) {
    let words = page.words;
    let proposed = &page.cycle.plan.moves;
    let holds = running.underway.holds(&page.cycle.plan);
    let may_begin = page.may_begin_anew();
    if !page.has_proposal() || (holds && !may_begin) {
        return;
    }
    pen.el("div.mr-block", |pen| {
        pen.put("h3.mr-h3", if holds { words.same_moves } else { words.other_moves });
        pen.when(!holds, |pen| {
            pen.put("p.mr-note", words.other_moves_note);
            pen.el("ul.mr-reasons mr-section-tight", |pen| {
                for own in proposed {
                    pen.el("li", |pen| {
                        pen.text(&kind_line(page, &own.kind));
                        pen.text(". ");
                        pen.text(&page.step(&own.kind));
                    });
                }
            });
        });
        pen.el("div.mr-actions", |pen| {
            pen.when(may_begin, |pen| begin(pen, page, words.begin_new));
            pen.when(!holds && !running.is_over(), |pen| {
                pen.button("mr-button mr-button-2", words.renew, Action::Added(Addition::MovesRenewed));
            });
        });
        pen.when(!holds && !running.is_over(), |pen| pen.put("p.mr-note mr-section-tight", words.renew_note));
    });
}

/// One move.
pub(super) fn row(pen: &mut Pen, page: &Page, place: usize, kind: &MoveKind, lived: impl FnOnce(&mut Pen)) {
    let words = page.words;
    pen.el("li.mr-move", |pen| {
        pen.put("span.mr-movenum[aria-hidden=true]", &page.language.whole(place as f64 + 1.0));
        pen.el("div", |pen| {
            pen.el("p.mr-move-kind", |pen| {
                if let MoveKind::Focus { capability, .. } = kind
                    && let Some((position, _)) = page.capability(capability)
                {
                    role_icon(pen, position);
                }
                pen.text(&kind_line(page, kind));
            });
            pen.put("h3.mr-move-do", &page.step(kind));
            pen.el("dl.mr-defs", |pen| {
                let done = page.steps.of_move(&page.session.survey, kind).map_or("", |[_, done]| done);
                let entries = [
                    (words.done_when, done.to_owned()),
                    (words.picture, picture(page, kind)),
                    (words.why_move, why(page, kind)),
                ];
                for (name, text) in entries {
                    if !text.is_empty() {
                        pen.put("dt", name);
                        pen.put("dd", &text);
                    }
                }
            });
            sources(pen, page, kind);
            lived(pen);
        });
    });
}

/// Which kind of move it is, and where its capability stands.
pub(super) fn kind_line(page: &Page, kind: &MoveKind) -> String {
    let words = page.words;
    match kind {
        MoveKind::Focus { capability, level, lower_side } => {
            let now = page.level(capability);
            let (template, named) = match now {
                Some(now) if now == *level => (words.kind_now, now),
                Some(now) if lower_side.is_some() && page.running().is_none() => (words.kind_lower, now),
                _ => (words.kind_from, *level),
            };
            let values = [
                ("capability", Text(page.capability_name(capability))),
                ("level", Text(page.level_name(named))),
                ("lower", Text(page.level_name(*level))),
            ];
            page.fill(template, &values)
        }
        MoveKind::Enabler { supports, .. } => match page.capability(supports) {
            Some((_, own)) => {
                let name = (page.shared.within_sentence)(&own.short);
                page.fill(words.enabler, &[("capability", Text(&name))])
            }
            None => words.enabler_alone.to_owned(),
        },
        MoveKind::MakeRoom => words.make_room.into(),
        MoveKind::Evidence => words.evidence_kind.into(),
        MoveKind::Finding(own) => page.fill(words.finding, &[("lens", Text(&own.name))]),
    }
}

/// The next statement of the side that lags behind.
fn picture(page: &Page, kind: &MoveKind) -> String {
    let MoveKind::Focus { lower_side: Some(item), .. } = kind else {
        return String::new();
    };
    next_anchor(page, item).unwrap_or_default().to_owned()
}

fn next_anchor<'a>(page: &Page<'a>, item: &ItemId) -> Option<&'a str> {
    let rating = page.wave.answers.rating(item).map(Rating::value)?;
    let anchor = page.session.survey.place(item)?.item.anchor(rating as u8 + 1)?;
    Some(&anchor.text)
}

/// Why this move, with the person's own numbers.
fn why(page: &Page, kind: &MoveKind) -> String {
    let words = page.words;
    match kind {
        MoveKind::Focus { capability, .. } => why_focus(page, capability).unwrap_or_default(),
        MoveKind::Enabler { capability, level, supports } => {
            let (Some((_, own)), Some((position, leaning))) =
                (page.capability(capability), page.capability(supports))
            else {
                return String::new();
            };
            let values = [("capability", Text(&leaning.short)), ("prerequisite", Text(&own.short))];
            let role = page.session.survey.roles.get(position);
            match role {
                Some(role) if page.level(capability) == Some(*level) => {
                    page.reason(Reason::Prerequisite, &role.id, &values)
                }
                // It has moved on since; that one leans on the other stays true.
                _ => page.fill(words.why_leans, &values),
            }
        }
        MoveKind::MakeRoom => {
            let (Some(read), Some(role)) = (page.effort, page.session.survey.roles.first()) else {
                return String::new();
            };
            let unplanned = Short(read.split.unplanned);
            let mut text = page.reason(Reason::ReactiveLoad, &role.id, &[("unplanned", unplanned)]);
            if let Some(wish) = page.wave.answers.wish {
                text.push(' ');
                text.push_str(&page.fill(words.wish, &[("wish", Percent(wish.unplanned))]));
            }
            text
        }
        MoveKind::Evidence => {
            let role = page.session.survey.roles.first();
            role.map_or_else(String::new, |role| page.reason(Reason::Confidence, &role.id, &[]))
        }
        MoveKind::Finding(_) => words.why_finding.to_owned(),
    }
}

fn why_focus(page: &Page, id: &CapabilityId) -> Option<String> {
    let (words, survey) = (page.words, &page.session.survey);
    let (position, own) = page.capability(id)?;
    let now = page.points(id)?;
    let targets = &page.cycle.targets;
    let missing = |own| gap(survey, own, &page.scores, targets).unwrap_or_default();
    let (name, points) = (("capability", Text(&own.short)), ("now", Short(now)));
    if targets.is_empty() {
        return Some(page.fill(words.why_assumed, &[name, points, ("target", Short(now + missing(own)))]));
    }
    let Some(target) = targets.get(id) else {
        return Some(page.fill(words.why_now, &[name, points]));
    };
    let mut text = page.fill(words.why_gap, &[name, points, ("target", Short(target.score))]);
    let role = survey.roles.get(position)?;
    let largest = role.capabilities.iter().map(missing).fold(0.0, f64::max);
    if missing(own) > 0.0 && missing(own) >= largest - ROUNDING {
        text.push(' ');
        text.push_str(words.why_largest);
    }
    Some(text)
}

/// The documents the capability comes from, on demand.
fn sources(pen: &mut Pen, page: &Page, kind: &MoveKind) {
    let survey = &page.session.survey;
    let references: &[SourceRef] = match kind {
        MoveKind::Focus { capability, .. } | MoveKind::Enabler { capability, .. } => {
            page.capability(capability).map(|(_, own)| own.sources.as_slice()).unwrap_or_default()
        }
        MoveKind::MakeRoom => &survey.effort.sources,
        MoveKind::Evidence | MoveKind::Finding(_) => &[],
    };
    let mut lines: Vec<String> = Vec::new();
    for reference in references {
        if let Some(source) = survey.source(&reference.source) {
            let line = [source.title.as_str(), " (", &source.author, ")"].concat();
            if !lines.contains(&line) {
                lines.push(line);
            }
        }
    }
    pen.when(!lines.is_empty(), |pen| {
        pen.el("details.mr-more mr-work", |pen| {
            pen.put("summary", page.words.sources);
            pen.el("ul.mr-reasons", |pen| {
                for line in &lines {
                    pen.put("li", line);
                }
            });
        });
    });
}
