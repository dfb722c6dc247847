//! The ladder: where each platform is run today, where it is suggested, and the way from one to the other.

use super::super::Shown;
use super::super::counted::label_of;
use super::super::track::Track;
use crate::lens::ElementId;
use crate::lens::Rules;
use crate::lens::martech::{Fit, Placed, Rules as Martech};
use crate::lens::wording::Martech as Says;
use crate::views::charts::circle;
use crate::views::frame::wide_section;
use crate::views::markup::Pen;
use crate::views::markup::Value::Text;

const PART: &str = "placement";

/// The section, where a platform was placed.
pub(super) fn ladder(pen: &mut Pen, shown: &Shown, placed: &[Placed]) {
    let Rules::Martech(rules) = &shown.lens.rules else { return };
    if placed.is_empty() {
        return;
    }
    wide_section(pen, shown.say(Says::WhoRuns), shown.lens.text("caution"), |pen| {
        let chart = shown.chart("lens-martech-ladder", shown.say(Says::Chart));
        pen.el("div", |pen| {
            chart.mark(pen);
            key(pen, shown, rules, placed);
            heads(pen, shown, rules);
            for own in placed {
                pen.el("div.mr-ladderrow", |pen| row(pen, shown, rules, own));
            }
        });
        let is_assumed = placed.iter().any(|own| own.local_difference_assumed);
        pen.when(is_assumed, |pen| {
            let medium = difference(shown, rules, None);
            pen.say("p.mr-note mr-section-tight", shown.say(Says::Assumed), &[("difference", Text(medium))]);
        });
        chart.save(pen, shown.told);
        if pen.has_room() {
            pen.el("details.mr-more", |pen| {
                pen.put("summary", shown.words().as_table);
                table(pen, shown, rules, placed);
            });
        }
    });
}

/// What a placement is called.
fn place<'a>(shown: &Shown<'a>, value: f64) -> &'a str {
    let field = shown.lens.part(PART).and_then(|part| part.field("current"));
    field.map_or("", |field| label_of(&field.options, value))
}

/// How much markets differ in a platform, in the words of the lens; without one, what the lens assumes.
fn difference<'a>(shown: &Shown<'a>, rules: &Martech, platform: Option<&ElementId>) -> &'a str {
    let Some(field) = shown.lens.part(PART).and_then(|part| part.field("local_difference")) else {
        return "";
    };
    let said = platform
        .and_then(|id| shown.record.answers.get(PART, Some(id.as_str()), &field.id))
        .and_then(|value| field.options.iter().find(|own| own.value == *value));
    let said = said.map(|own| own.label.as_str());
    said.unwrap_or_else(|| label_of(&field.options, rules.local_difference_default))
}

fn key(pen: &mut Pen, shown: &Shown, rules: &Martech, placed: &[Placed]) {
    let suggested = shown.lens.text("results/recommended");
    let mut all = placed.iter().map(|own| difference(shown, rules, Some(&own.id)));
    let first = all.next().unwrap_or_default();
    // One line says it for all where all are alike.
    let suggested = if all.all(|own| own == first) {
        shown.fill(
            shown.say(Says::SuggestedFor),
            &[("suggested", Text(suggested)), ("difference", Text(first))],
        )
    } else {
        suggested.to_owned()
    };
    pen.el("ul.mr-key", |pen| {
        pen.set("aria-label", shown.language.words.results.key);
        pen.el("li", |pen| {
            pen.el("svg[viewBox=0 0 32 16][aria-hidden=true]", |pen| {
                circle(pen, "circle.mr-dot-now", "16", "8", 6.0);
            });
            pen.text(today(shown));
        });
        pen.el("li", |pen| {
            pen.el("svg[viewBox=0 0 32 18][aria-hidden=true]", |pen| {
                pen.put("path.mr-rec[d=M16 1 24 9 16 17 8 9Z]", "");
            });
            pen.text(&suggested);
        });
    });
}

fn today<'a>(shown: &Shown<'a>) -> &'a str {
    shown.lens.text("fields/current/label")
}

/// The scale: all placements where there is room, its two ends where there is not.
fn heads(pen: &mut Pen, shown: &Shown, rules: &Martech) {
    pen.el("div.mr-ladderrow mr-ladderhead[aria-hidden=true]", |pen| {
        pen.put("span", shown.say(Says::Platform));
        pen.el("span.mr-scale mr-stripbox", |pen| {
            for value in &rules.placements {
                pen.el("span", |pen| pen.put("span", place(shown, *value)));
            }
        });
    });
}

fn row(pen: &mut Pen, shown: &Shown, rules: &Martech, own: &Placed) {
    let name = shown.name_of(PART, &own.id);
    pen.put("span", name);
    let values = [
        ("platform", Text(name)),
        ("today", Text(place(shown, own.current))),
        ("suggested", Text(place(shown, own.recommended))),
    ];
    let label = shown.fill(shown.say(Says::Row), &values);
    let track = Track {
        ticks: &rules.placements,
        now: own.current,
        suggested: Some(own.recommended),
        needed: None,
        label: &label,
    };
    track.draw(pen);
    let is_off = matches!(own.fit, Fit::TooLocal | Fit::TooCentral);
    pen.open(if is_off { "b.mr-state" } else { "span.mr-state mr-quiet" });
    pen.text(shown.lens.text_of("states", own.fit.name()));
    pen.close();
}

fn table(pen: &mut Pen, shown: &Shown, rules: &Martech, placed: &[Placed]) {
    let text = |path| shown.lens.text(path);
    let difference_head = text("fields/local_difference/label");
    let heads = [
        shown.say(Says::Platform),
        today(shown),
        text("results/recommended"),
        difference_head,
        text("results/phi"),
    ];
    pen.el("div.mr-plain[tabindex=0][role=region]", |pen| {
        pen.set("aria-label", shown.say(Says::Chart));
        pen.el("table.mr-table mr-laddertable", |pen| {
            pen.put("caption.mr-hidden", shown.say(Says::Chart));
            pen.el("thead", |pen| {
                pen.el("tr", |pen| {
                    for head in heads {
                        pen.put("th[scope=col]", head);
                    }
                    pen.put("th[scope=col]", shown.say(Says::State));
                });
            });
            pen.el("tbody", |pen| {
                for own in placed {
                    pen.el("tr", |pen| cells(pen, shown, rules, own));
                }
            });
        });
    });
}

fn cells(pen: &mut Pen, shown: &Shown, rules: &Martech, own: &Placed) {
    pen.el("th[scope=row]", |pen| {
        pen.text(shown.name_of(PART, &own.id));
        pen.when(own.beyond_marketing, |pen| {
            pen.put("span.mr-ownerline mr-quiet", shown.lens.text("findings/beyond_marketing"));
        });
    });
    pen.put("td", place(shown, own.current));
    pen.put("td", place(shown, own.recommended));
    let difference = difference(shown, rules, Some(&own.id));
    pen.el("td", |pen| {
        pen.text(difference);
        pen.when(own.local_difference_assumed, |pen| {
            pen.text(", ");
            pen.text(shown.say(Says::IsAssumed));
        });
    });
    let phi = rules.platforms.iter().find(|platform| platform.id == own.id).map(|platform| platform.phi);
    pen.put("td.mr-n", &phi.map(|phi| shown.language.whole(phi * 100.0)).unwrap_or_default());
    pen.put("td", shown.lens.text_of("states_long", own.fit.name()));
}
