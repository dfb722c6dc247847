//! What stands in the way: rights on paper, hidden waits, owners without authority, and the lowest conditions.

use super::page::{Case, Page};
use crate::lens::Entry;
use crate::lens::decision_speed::Mismatch;
use crate::lens::lowest_first;
use crate::lens::wording::DecisionSpeed as Says;
use crate::views::frame::section as framed;
use crate::views::lens::shown::{self, Finding};
use crate::views::lens::table::Table;
use crate::views::markup::Pen;
use crate::views::markup::Value::{Figure, Short, Text};

/// The findings, with all conditions behind a fold; not drawn where nothing stands in the way.
pub(super) fn section(pen: &mut Pen, page: &Page) {
    let found = findings(page);
    if found.is_empty() && page.own.conditions.is_none() {
        return;
    }
    framed(pen, page.say(Says::ObstaclesTitle), page.say(Says::ObstaclesNote), |pen| {
        pen.when(!found.is_empty(), |pen| shown::findings(pen, &found));
        conditions(pen, page);
    });
}

/// What stands in the way, in the order to work on.
pub(super) fn findings(page: &Page) -> Vec<Finding> {
    let mut found = Vec::new();
    found.extend(paper_rights(page));
    found.extend(hidden_waits(page));
    found.extend(mismatched(page, Mismatch::OwnerBelowDecision, page.say(Says::BelowAct)));
    found.extend(mismatched(page, Mismatch::NoSingleOwner, page.say(Says::OwnerAct)));
    found.extend(lowest(page));
    found
}

/// A finding of this code about some names, with particulars behind its own words and what to do about it.
fn finding(page: &Page, code: &str, names: &[&str], more: &str, act: &str) -> Finding {
    let list = page.list(names);
    let text = page.shown.lens.text_of("findings", code);
    Finding {
        id: code.to_owned(),
        text: if more.is_empty() { text.to_owned() } else { [text, " ", more].concat() },
        act: page.fill(act, &[("list", Text(&list))]),
        lead: list,
    }
}

/// Decisions that people may take and for which they must ask all the same, those that come up most first.
fn paper_rights(page: &Page) -> Option<Finding> {
    let is_paper = |case: &&Case| page.own.decisions.paper_rights.iter().any(|id| id == case.entry.key);
    let mut cases: Vec<&Case> = page.cases.iter().filter(is_paper).collect();
    lowest_first(&mut cases, |case| -case.per_month());
    let names: Vec<&str> = cases.iter().map(|case| case.name.as_str()).collect();
    let stops = cases.iter().filter_map(|case| case.entry.number("stops"));
    let more = match (stops.clone().reduce(f64::min), stops.reduce(f64::max)) {
        (Some(least), Some(most)) if least < most => {
            page.fill(page.say(Says::SignOffsBetween), &[("least", Short(least)), ("most", Short(most))])
        }
        (Some(all), _) => page.counted(page.forms(Says::SignOffs), all),
        _ => String::new(),
    };
    (!names.is_empty()).then(|| finding(page, "paper_right", &names, &more, page.say(Says::PaperAct)))
}

/// Decisions that take longer than their steps, the longest first.
fn hidden_waits(page: &Page) -> Option<Finding> {
    let hidden = |case: &Case| case.read.hidden_wait.unwrap_or(0.0);
    let mut cases: Vec<&Case> = page.cases.iter().filter(|case| hidden(case) > 0.0).collect();
    lowest_first(&mut cases, |case| -hidden(case));
    let names: Vec<&str> = cases.iter().map(|case| case.name.as_str()).collect();
    let longest = cases.first()?;
    let [estimate, observed, unexplained] =
        &[longest.read.estimate?, longest.read.used?, hidden(longest)].map(|hours| page.exact(hours));
    let values = [("estimate", Text(estimate)), ("observed", Text(observed)), ("hidden", Text(unexplained))];
    let more =
        page.fill(if cases.len() > 1 { page.say(Says::Longest) } else { page.say(Says::Hidden) }, &values);
    Some(finding(page, "hidden_wait", &names, &more, page.say(Says::HiddenAct)))
}

/// Metrics whose owner and decisions do not match, for one of the reasons.
fn mismatched(page: &Page, why: Mismatch, act: &str) -> Option<Finding> {
    let rows = page.rows("metrics");
    let (mut names, mut above) = (Vec::new(), Vec::new());
    for (entry, read) in rows.iter().zip(&page.own.metrics.metrics) {
        if read.why == Some(why) {
            names.push(page.shown.row_name("metrics", entry.key));
            for id in &read.blocked {
                if let Some(case) = page.case(id).filter(|case| !above.contains(&case.name.as_str())) {
                    above.push(case.name.as_str());
                }
            }
        }
    }
    if names.is_empty() {
        return None;
    }
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let more = if above.is_empty() {
        String::new()
    } else {
        page.fill(page.say(Says::Blocked), &[("list", Text(&page.list(&above)))])
    };
    Some(finding(page, why.name(), &names, &more, act))
}

/// The lowest conditions that leave something to do, with what was answered.
fn lowest(page: &Page) -> Option<Finding> {
    let rows = page.rows("conditions");
    let mut said = Vec::new();
    for id in &page.own.lowest_conditions {
        let Some(entry) = rows.iter().find(|entry| entry.key == id) else { continue };
        let is_best =
            entry.element.and_then(|own| own.scale()).map(|[_, most]| most) == entry.number("value");
        if !is_best {
            said.push(page.fill(
                page.say(Says::Answered),
                &[("condition", Text(entry.name(""))), ("answer", Text(answer(entry)))],
            ));
        }
    }
    let words = page.shown.lens.text("findings/lowest_conditions");
    Some(Finding {
        id: "lowest_conditions".to_owned(),
        lead: (if said.len() < page.rules.lowest_conditions { page.say(Says::LowestOne) } else { words })
            .to_owned(),
        text: said.join(" "),
        act: String::new(),
    })
    .filter(|_| !said.is_empty())
}

/// The anchor that was chosen.
fn answer<'a>(entry: &Entry<'a>) -> &'a str {
    let options = entry.element.map_or(&[][..], |element| &element.options);
    let chosen = options.iter().find(|choice| Some(&choice.value) == entry.value("value"));
    chosen.map_or("", |choice| &choice.label)
}

fn conditions(pen: &mut Pen, page: &Page) {
    let Some(points) = page.own.conditions else { return };
    if !pen.has_room() {
        return;
    }
    let mut rows = Vec::new();
    for entry in page.rows("conditions") {
        let answer = answer(&entry);
        if !answer.is_empty() {
            rows.push(vec![entry.name("").to_owned(), answer.to_owned()]);
        }
    }
    pen.el("details.mr-more", |pen| {
        pen.put("summary", page.say(Says::ConditionsOpen));
        let heads = &[(page.say(Says::Condition), false), (page.say(Says::Answer), false)];
        Table { caption: page.say(Says::ConditionsCaption), heads, rows, ..Table::default() }.draw(pen);
        pen.say("p.mr-hint", page.say(Says::ConditionsMean), &[("points", Figure(points))]);
    });
}
