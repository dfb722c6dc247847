//! What the answers to a lens say: the picture and the findings of its kind, what is missing, what changed.

use super::form::turned;
use super::shown::{Finding, Shown};
use super::{abm, changed, decision_speed, martech, missing, operating_model, parts, sources};
use crate::lens::{LensRecord, LensResults, gaps, read};
use crate::plan;
use crate::session::{Action, Addition, LensPage, Screen, Service, Session};
use crate::views::frame::section;
use crate::views::markup::Pen;
use crate::views::markup::Value::{Count, Day};

/// More findings than this for the plan are unfolded on demand.
const FIRST: usize = 6;

/// The page.
pub(super) fn page(pen: &mut Pen, session: &Session, shown: &Shown, before: Option<&LensRecord>) {
    let words = shown.words();
    let results = read(shown.lens, &shown.record.answers);
    let mut left_out = gaps(shown.lens, &shown.record.answers);
    pen.put("p.mr-kicker", &parts::kicker(shown));
    let found = drawn(pen, shown, &results);
    match results {
        LensResults::Martech(own) => left_out.extend(own.gaps),
        LensResults::OperatingModel(own) => left_out.extend(own.gaps),
        _ => {}
    }
    into_plan(pen, session, shown, &found);
    missing::missing(pen, shown, &left_out);
    if let Some(before) = before {
        changed::changed(pen, shown, before);
    }
    sources::summary(pen, shown);
    section(pen, words.next_title, "", |pen| {
        pen.el("div.mr-actions mr-actions-top mr-noprint", |pen| {
            pen.button("mr-button", words.to_parts, turned(LensPage::Parts));
            let title = [&*shown.lens.name, " ", &pen.language.date(shown.record.date)].concat();
            pen.button("mr-button mr-button-2", words.print, Action::Asked(Service::Print(title)));
        });
        pen.say("p.mr-note mr-section-tight", words.dated, &[("date", Day(shown.record.date))]);
    });
}

/// Draws the results of their kind and gives what was found.
fn drawn(pen: &mut Pen, shown: &Shown, results: &LensResults) -> Vec<Finding> {
    match results {
        LensResults::DecisionSpeed(own) => {
            decision_speed::results(pen, shown, own);
            decision_speed::findings(shown, own)
        }
        LensResults::Martech(own) => {
            martech::results(pen, shown, own);
            martech::findings(shown, own)
        }
        LensResults::OperatingModel(own) => {
            operating_model::results(pen, shown, own);
            operating_model::findings(shown, own)
        }
        LensResults::Abm(own) => {
            abm::results(pen, shown, own);
            abm::findings(shown, own)
        }
    }
}

/// What can take the place of the plan's supporting move; where there is a plan.
fn into_plan(pen: &mut Pen, session: &Session, shown: &Shown, found: &[Finding]) {
    let words = shown.words();
    let Some(wave) = session.history.latest() else { return };
    let acts: Vec<&Finding> = found.iter().filter(|own| !own.act.is_empty()).collect();
    if acts.is_empty() {
        return;
    }
    let support = session.addenda.get(&wave.id).and_then(|own| own.support.as_ref());
    let chosen = support.filter(|own| own.lens == shown.lens.id);
    section(pen, words.plan, words.plan_note, |pen| {
        let (first, rest) = acts.split_at(acts.len().min(FIRST));
        entries(pen, shown, first, chosen);
        pen.when(!rest.is_empty(), |pen| {
            pen.el("details.mr-more", |pen| {
                pen.say("summary", words.more_findings, &[("n", Count(rest.len()))]);
                entries(pen, shown, rest, chosen);
            });
        });
        pen.el("p.mr-note mr-section-tight mr-noprint", |pen| {
            pen.button("mr-textlink", words.to_plan, Action::ScreenPicked(Screen::Plan));
        });
    });
}

/// Findings with the buttons that put one into the plan or take it out.
fn entries(pen: &mut Pen, shown: &Shown, acts: &[&Finding], chosen: Option<&plan::Finding>) {
    let words = shown.words();
    pen.el("ul.mr-others", |pen| {
        for own in acts {
            let is_chosen = chosen.is_some_and(|chosen| chosen.finding == own.id);
            pen.el("li", |pen| {
                pen.key(&own.id);
                pen.el("p", |pen| {
                    pen.text(&own.act);
                    pen.when(is_chosen, |pen| {
                        pen.text(" ");
                        pen.put("span.mr-tag", words.in_plan);
                    });
                });
                let finding = (!is_chosen).then(|| plan::Finding {
                    lens: shown.lens.id.clone(),
                    name: shown.lens.name.clone(),
                    finding: own.id.clone(),
                    action: own.act.clone(),
                });
                let action = Action::Added(Addition::SupportChosen { finding });
                pen.action("mr-textlink mr-noprint", action, |pen| {
                    pen.text(if is_chosen { words.out_of_plan } else { words.into_plan });
                    pen.put("span.mr-hidden", &[": ", &own.act].concat());
                });
            });
        }
    });
}
