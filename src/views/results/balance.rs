//! Direction against delivery on a map, and how working time is split. Neither changes a score.

use super::page::{Page, note};
use super::workings;
use crate::answers::EffortSplit;
use crate::scoring::{Balance, EffortMix, EffortReading, Lean, Zone, effort_mix};
use crate::views::charts::{Map, MapSpot, mix_bar, swatch};
use crate::views::frame::wide_section;
use crate::views::markup::Pen;
use crate::views::markup::Value::{Figure, Percent, Text, Whole};

/// The section.
pub(super) fn balance(pen: &mut Pen, page: &Page) {
    wide_section(pen, &heading(page), &explanation(page), |pen| {
        pen.el("div.mr-cols mr-cols-2", |pen| {
            pen.el("div", |pen| {
                map(pen, page);
                workings::balance(pen, page);
            });
            if let Some(actual) = page.wave.answers.effort {
                pen.el("div", |pen| mix(pen, page, actual));
            }
        });
    });
}

/// Which side runs ahead, in the words of the survey.
fn heading(page: &Page) -> String {
    let tilt = &page.balance.overall.tilt;
    let path = match tilt.lean() {
        Some(Lean::Direction) => "lean/direction",
        Some(Lean::Delivery) => "lean/delivery",
        Some(Lean::Balanced) => "lean/balanced",
        None => return page.words.no_map.to_owned(),
    };
    let points = Whole(tilt.points().unwrap_or_default().abs());
    let sentence = page.fill(page.survey.texts.get(path), &[("tilt", points)]);
    sentence.trim_end_matches('.').to_owned()
}

fn explanation(page: &Page) -> String {
    let words = page.words;
    let read = &page.balance.overall;
    let Some(zone) = read.zone else { return words.no_map_why.to_owned() };
    let mut sentences = vec![zone_text(page, zone).to_owned()];
    if !read.near_border.is_empty() {
        sentences.push(words.near_border.to_owned());
    }
    let before = page.against.as_ref().and_then(|against| against.balance.overall.tilt.points());
    if let (Some(before), Some(now)) = (before, read.tilt.points()) {
        sentences.push(
            page.fill(words.gap_moved, &[("before", Figure(before.abs())), ("now", Figure(now.abs()))]),
        );
    }
    sentences.push(words.cross.to_owned());
    sentences.join(" ")
}

fn zone_text<'a>(page: &Page<'a>, zone: Zone) -> &'a str {
    page.survey.texts.get(&["zone/", zone.name()].concat())
}

/// The name of a field: what stands before the colon.
fn zone_name<'a>(page: &Page<'a>, zone: Zone) -> &'a str {
    zone_text(page, zone).split(':').next().unwrap_or_default()
}

fn spot(read: &Balance) -> Option<MapSpot> {
    let (direction, delivery) = (read.overall.tilt.direction.as_ref()?, read.overall.tilt.delivery.as_ref()?);
    Some(MapSpot { delivery: delivery.points, direction: direction.points })
}

fn map(pen: &mut Pen, page: &Page) {
    let words = page.words;
    let Some(now) = spot(&page.balance) else { return };
    let base = page.against.as_ref().and_then(|against| spot(&against.balance));
    let tilt = &page.balance.overall.tilt;
    let noise = |side: &Option<crate::scoring::Figure>| {
        side.as_ref().map_or(0.0, |side| side.noise_sd(&page.survey.parameters))
    };
    let [(_, direction, _), (_, delivery, _)] = &page.survey.facets;
    let zone = page.balance.overall.zone.map_or("", |zone| zone_name(page, zone));
    let place = |at: MapSpot| {
        let (up, across) = (page.language.figure(at.direction), page.language.figure(at.delivery));
        [direction.as_str(), " ", &up, ", ", delivery, " ", &across].concat()
    };
    let mut description = [&place(now), ": ", zone, "."].concat();
    if let Some(base) = base {
        description.push_str(&[" ", words.series_base, ": ", &place(base), "."].concat());
    }
    let drawing = Map {
        split: page.survey.parameters.zone_split,
        fields: Zone::ALL.map(|zone| zone_name(page, zone)),
        now: (now, if base.is_some() { words.series_now } else { words.you }),
        base: base.map(|base| (base, words.series_base)),
        noise_sd: [noise(&tilt.delivery), noise(&tilt.direction)],
        title: words.map_title,
        description: &description,
    };
    let levels = &page.survey.levels;
    let [low, high] = [levels.first(), levels.last()].map(|level| level.map_or("", |level| &level.name));
    let figure = page.chart("map", page.language.words.carry.charts.map);
    pen.el("figure.mr-figurebox", |pen| {
        pen.el("div.mr-mapgrid", |pen| {
            figure.mark(pen);
            axis(pen, "div.mr-maplabel mr-maplabel-y", [low, direction, high]);
            pen.el("div.mr-mapbox", |pen| drawing.draw(pen));
            axis(pen, "div.mr-maplabel mr-maplabel-x", [low, delivery, high]);
        });
        figure.save(pen, page.shown.told);
    });
}

fn axis(pen: &mut Pen, start: &'static str, names: [&str; 3]) {
    pen.el(start, |pen| {
        for name in names {
            pen.put("span", name);
        }
    });
}

/// The division of working time: finding, bars, and the table that is their key.
fn mix(pen: &mut Pen, page: &Page, actual: EffortSplit) {
    let words = page.words;
    let read = match effort_mix(&page.survey.parameters, actual, page.wave.answers.wish) {
        EffortMix::Read(read) => read,
        EffortMix::DoesNotAddUp(sum) => {
            return pen.say("p.mr-note", words.mix_refused, &[("sum", Whole(sum))]);
        }
    };
    let before = page.against.as_ref().and_then(|against| shown(page, against.wave.answers.effort));
    // A wish may be off by a little too; what is shown adds up.
    let wish = shown(page, page.wave.answers.wish);
    let mut rows = Vec::new();
    for (name, split) in [(words.series_base, before), (words.now, Some(read.split)), (words.wish, wish)] {
        if let Some(split) = split {
            rows.push((name, split));
        }
    }
    pen.put("h3.mr-h3", &mix_heading(page, &read));
    pen.el("div.mr-remarks", |pen| mix_remarks(pen, page, &read, before, wish));
    let figure = page.chart("working-time", page.language.words.carry.charts.working_time);
    pen.el("div.mr-section-body mr-figurebox", |pen| {
        figure.mark(pen);
        for (name, split) in &rows {
            pen.el("div.mr-mixrow", |pen| {
                pen.put("span", name);
                mix_bar(pen, split.parts());
            });
        }
        mix_table(pen, page, &rows);
        figure.save(pen, page.shown.told);
    });
    workings::mix(pen, page, &read, wish);
}

/// A division as it is shown; none where it does not add up.
fn shown(page: &Page, split: Option<EffortSplit>) -> Option<EffortSplit> {
    match effort_mix(&page.survey.parameters, split?, None) {
        EffortMix::Read(read) => Some(read.split),
        EffortMix::DoesNotAddUp(_) => None,
    }
}

fn mix_heading(page: &Page, read: &EffortReading) -> String {
    let part = page.survey.effort.parts.first().map_or("", |part| part.name.as_str());
    let share = Percent(read.split.unplanned);
    page.fill(
        page.words.mix_heading,
        &[("share", share), ("part", Text(&(page.words.within_sentence)(part)))],
    )
}

fn mix_remarks(
    pen: &mut Pen,
    page: &Page,
    read: &EffortReading,
    before: Option<EffortSplit>,
    wish: Option<EffortSplit>,
) {
    let words = page.words;
    if let Some(before) = before {
        let notable = page.survey.parameters.mix_notable;
        let moved = (read.split.unplanned - before.unplanned).abs() >= notable;
        let template = if moved { words.mix_before } else { words.mix_about_level };
        let values = [("share", Percent(before.unplanned)), ("points", Whole(notable))];
        pen.say("p.mr-note", template, &values);
    }
    if let (Some(wish), Some(distance)) = (wish, read.distance_to_wish) {
        let values = [("share", Percent(wish.unplanned)), ("distance", Percent(distance))];
        pen.say("p.mr-note", words.mix_wish, &values);
    }
    if read.reactive_flag {
        note(pen, words.mix_flag);
    }
}

fn mix_table(pen: &mut Pen, page: &Page, rows: &[(&'static str, EffortSplit)]) {
    let words = page.words;
    pen.el("table.mr-table mr-mixtable", |pen| {
        pen.put("caption.mr-hidden", words.mix_caption);
        pen.el("thead", |pen| {
            pen.el("tr", |pen| {
                pen.put("th[scope=col]", words.working_time);
                for (name, _) in rows {
                    pen.put("th.mr-n[scope=col]", name);
                }
            });
        });
        pen.el("tbody", |pen| {
            for (index, part) in page.survey.effort.parts.iter().enumerate() {
                pen.el("tr", |pen| {
                    pen.el("th[scope=row]", |pen| {
                        swatch(pen, index);
                        pen.text(&part.name);
                    });
                    for (_, split) in rows {
                        let share = split.parts().get(index).copied().unwrap_or_default();
                        pen.put("td.mr-n", &page.language.percent(share));
                    }
                });
            }
        });
    });
}
