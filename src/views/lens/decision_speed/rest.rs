//! What people may do today, hours when nobody is there, and metrics with their owners.

use super::page::Page;
use super::sentence;
use crate::lens::Value as Entered;
use crate::lens::decision_speed::Right;
use crate::lens::wording::DecisionSpeed as Says;
use crate::views::frame::section;
use crate::views::lens::bars::{Bar, row};
use crate::views::lens::table::Table;
use crate::views::markup::Pen;
use crate::views::markup::Value::{Count, Percent, Text};

/// How many decisions have which right, and how many cases that is.
pub(super) fn rights(pen: &mut Pen, page: &Page) {
    let mut counts = Vec::new();
    for (right, name) in Right::NAMES {
        let has = |text: Option<&str>| text == Some(name);
        let count = page.cases.iter().filter(|case| has(case.entry.text("right"))).count();
        counts.push((right, name, count));
    }
    if counts.iter().all(|(.., count)| *count == 0) {
        return;
    }
    let shares = &page.own.decisions.rights_share;
    section(pen, page.say(Says::RightsTitle), page.say(Says::RightsNote), |pen| {
        pen.el("ul.mr-rowlist", |pen| {
            for (right, name, count) in counts {
                let share = shares.iter().find(|(own, _)| *own == right).map(|(_, share)| *share);
                let decisions = page.counted(page.forms(Says::Right), count as f64);
                let figure = match share {
                    Some(share) => page.fill(
                        page.say(Says::RightShare),
                        &[("decisions", Text(&decisions)), ("share", Percent(share))],
                    ),
                    None => decisions,
                };
                // Nobody said how often any of them comes up: then there is no share to draw.
                let bar = Bar { share: share.or((!shares.is_empty()).then_some(0.0)), ..Bar::of(0.0) };
                row(pen, page.option("decisions", "right", Some(&Entered::text(name))), &figure, &bar, "");
            }
        });
    });
}

/// How long it takes until somebody is there.
pub(super) fn unseen(pen: &mut Pen, page: &Page) {
    let Some(hours) = page.own.unseen else { return };
    let lens = page.shown.lens;
    section(pen, lens.text("sections/unseen"), page.say(Says::UnseenNote), |pen| {
        pen.el("dl.mr-speedstats", |pen| {
            let figure = page.counted([page.say(Says::PlainHours); 2], hours);
            page.stat(pen, lens.text("results/unseen"), &figure);
        });
        pen.when(hours <= 0.0, |pen| pen.put("p.mr-note", &sentence::unseen(page, hours)));
    });
}

/// Metrics with their owners.
pub(super) fn metrics(pen: &mut Pen, page: &Page) {
    let own = &page.own.metrics;
    if own.metrics.is_empty() {
        return;
    }
    let lens = page.shown.lens;
    let mut rows = Vec::new();
    for (entry, read) in page.rows("metrics").iter().zip(&own.metrics) {
        let owner = page.option("metrics", "metric_owner", entry.value("metric_owner"));
        let finding = match (read.matches, read.why) {
            (Some(true), _) => page.say(Says::CanAct),
            (_, Some(why)) => lens.text_of("findings", why.name()),
            _ => page.say(Says::CannotTell),
        };
        let owner = if owner.is_empty() { page.say(Says::Unknown) } else { owner };
        rows.push(vec![page.shown.row_name("metrics", entry.key), owner.to_owned(), finding.to_owned()]);
    }
    section(pen, lens.text("sections/metrics"), page.say(Says::MetricsNote), |pen| {
        if let Some(share) = own.match_share {
            pen.el("dl.mr-speedstats", |pen| {
                let figure = Percent(share).written(page.shown.language);
                page.stat(pen, lens.text("results/match_share"), &figure);
            });
        }
        let ([_, judged], all) = (sentence::judged(page), own.metrics.len());
        if judged < all {
            pen.say("p.mr-note", page.say(Says::MetricsJudged), &[("n", Count(judged)), ("all", Count(all))]);
        }
        let heads = &[
            (page.label("metrics", "metric_name"), false),
            (page.label("metrics", "metric_owner"), false),
            (page.say(Says::Authority), false),
        ];
        Table { caption: page.say(Says::MetricsCaption), heads, rows, is_card: true, ..Table::default() }
            .draw(pen);
    });
}
