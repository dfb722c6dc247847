//! What the answers to a lens say: the picture and the findings of its kind, what is missing, what changed.

use super::form::turned;
use super::shown::{Finding, Shown};
use super::{abm, changed, decision_speed, martech, missing, operating_model, sources};
use crate::lens::{LensRecord, LensResults, gaps, read};
use crate::plan;
use crate::session::{Action, Addition, LensPage, Screen, Service, Session};
use crate::views::frame::section;
use crate::views::icon::Icon;
use crate::views::markup::Pen;
use crate::views::markup::Value::{Count, Day, Text};
use crate::views::notice::{NoticeKind, notice};

/// More findings than this for the plan are unfolded on demand.
pub(super) const FIRST: usize = 6;

/// The page. Answers that are not the latest are there to read alone.
pub(super) fn page(
    pen: &mut Pen,
    session: &Session,
    shown: &Shown,
    before: Option<&LensRecord>,
    is_latest: bool,
) {
    let words = shown.words();
    let results = read(shown.lens, &shown.record.answers);
    let mut left_out = gaps(shown.lens, &shown.record.answers);
    // On paper it is a report.
    pen.open("article.mr-report");
    pen.when(!is_latest, |pen| {
        pen.el("div.mr-notice-top mr-noprint", |pen| {
            notice(pen, NoticeKind::Plain, Icon::Info, |pen| {
                pen.put("p#mr-complaint[tabindex=-1]", words.earlier);
                pen.button("mr-button mr-button-2", words.to_latest, turned(LensPage::Results));
            });
        });
    });
    pen.put("p.mr-kicker", &cover(shown));
    draw(pen, shown, &results);
    // What comes later is not worked out before.
    let found = if pen.is_full() { Vec::new() } else { found(shown, &results).1 };
    match results {
        LensResults::Martech(own) => left_out.extend(own.gaps),
        LensResults::OperatingModel(own) => left_out.extend(own.gaps),
        _ => {}
    }
    if is_latest {
        into_plan(pen, session, shown, &found);
    }
    missing::missing(pen, shown, &left_out, is_latest);
    if let Some(before) = before {
        changed::changed(pen, shown, before);
    }
    sources::summary(pen, shown);
    pen.el("div.mr-noprint", |pen| {
        section(pen, words.next_title, "", |pen| {
            pen.el("div.mr-actions mr-actions-top", |pen| {
                pen.button("mr-button", words.to_parts, turned(LensPage::Parts));
                let title = [&*shown.lens.name, " ", &pen.language.date(shown.record.date)].concat();
                pen.button("mr-button mr-button-2", words.print, Action::Asked(Service::Print(title)));
            });
        });
    });
    pen.close();
}

/// Lens, unit and day.
fn cover(shown: &Shown) -> String {
    let words = shown.words();
    let name = shown.fill(words.kicker, &[("lens", Text(&shown.lens.name))]);
    let day = shown.fill(words.answered_on, &[("date", Day(shown.record.date))]);
    let all = [&*name, shown.scope, &day];
    all.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" · ")
}

fn draw(pen: &mut Pen, shown: &Shown, results: &LensResults) {
    match results {
        LensResults::DecisionSpeed(own) => decision_speed::results(pen, shown, own),
        LensResults::Martech(own) => martech::results(pen, shown, own),
        LensResults::OperatingModel(own) => operating_model::results(pen, shown, own),
        LensResults::Abm(own) => abm::results(pen, shown, own),
    }
}

/// What results of any kind say: the headline with the line below it, and the findings.
pub(super) fn found(shown: &Shown, results: &LensResults) -> ((Vec<String>, String), Vec<Finding>) {
    match results {
        LensResults::DecisionSpeed(own) => {
            (decision_speed::headline(shown, own), decision_speed::findings(shown, own))
        }
        LensResults::Martech(own) => (martech::headline(shown, own), martech::findings(shown, own)),
        LensResults::OperatingModel(own) => {
            (operating_model::headline(shown, own), operating_model::findings(shown, own))
        }
        LensResults::Abm(own) => (abm::headline(shown, own), abm::findings(shown, own)),
    }
}

/// What can take the place of the plan's supporting move; where there is a plan.
fn into_plan(pen: &mut Pen, session: &Session, shown: &Shown, found: &[Finding]) {
    let words = shown.words();
    let Some(wave) = session.history.latest() else { return };
    let acts: Vec<&Finding> = found.iter().filter(|own| !own.act.is_empty()).collect();
    if acts.is_empty() && !pen.is_full() {
        return pen.keep_place();
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
