//! Direction against delivery on a map, and how working time is split. Neither changes a score.

use super::page::{Page, note, section};
use super::workings;
use crate::answers::EffortSplit;
use crate::scoring::{Balance, EffortMix, EffortReading, Lean, Zone, effort_mix};
use crate::views::charts::{Map, MapSpot, mix_bar, swatch};
use crate::views::markup::{all, el, text, with};
use yew::Html;

/// The section.
pub(super) fn balance(page: &Page) -> Html {
    let mut columns = vec![el("div", "", vec![map(page), workings::balance(page)])];
    if let Some(actual) = page.wave.answers.effort {
        columns.push(el("div", "", mix(page, actual)));
    }
    section(heading(page), explanation(page), false, vec![el("div", "mr-cols mr-cols-2", columns)])
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
    let points = page.language.whole(tilt.points().unwrap_or_default().abs());
    let sentence = page.fill(page.survey.texts.get(path), &[("tilt", &points)]);
    sentence.trim_end_matches('.').to_owned()
}

fn explanation(page: &Page) -> Vec<Html> {
    let words = page.words;
    let read = &page.balance.overall;
    let Some(zone) = read.zone else { return vec![text(words.no_map_why)] };
    let mut sentences = vec![zone_text(page, zone).to_owned()];
    if !read.near_border.is_empty() {
        sentences.push(words.near_border.to_owned());
    }
    let before = page.against.as_ref().and_then(|against| against.balance.overall.tilt.points());
    if let (Some(before), Some(now)) = (before, read.tilt.points()) {
        let [before, now] = [before, now].map(|tilt| page.language.figure(tilt.abs()));
        sentences.push(page.fill(words.gap_moved, &[("before", &before), ("now", &now)]));
    }
    sentences.push(words.cross.to_owned());
    vec![text(sentences.join(" "))]
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

fn map(page: &Page) -> Html {
    let words = page.words;
    let Some(now) = spot(&page.balance) else { return Html::default() };
    let base = page.against.as_ref().and_then(|against| spot(&against.balance));
    let tilt = &page.balance.overall.tilt;
    let noise = [&tilt.delivery, &tilt.direction]
        .map(|side| side.as_ref().map_or(0.0, |side| side.noise_sd(&page.survey.parameters)));
    let [(_, direction, _), (_, delivery, _)] = &page.survey.facets;
    let zone = page.balance.overall.zone.map_or("", |zone| zone_name(page, zone));
    let place = |at: MapSpot| {
        let [up, across] = [at.direction, at.delivery].map(|points| page.language.figure(points));
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
        noise_sd: noise,
        title: words.map_title,
        description: &description,
    };
    let levels = &page.survey.levels;
    let ends = [levels.first(), levels.last()].map(|level| level.map_or("", |level| level.name.as_str()));
    let axis = |class, from: &str, name: &str, to: &str| {
        let names = [from, name, to].map(|name| el("span", "", vec![text(name.to_owned())]));
        el("div", class, names.into())
    };
    let grid = vec![
        axis("mr-maplabel mr-maplabel-y", ends[0], direction, ends[1]),
        el("div", "mr-mapbox", vec![drawing.draw()]),
        axis("mr-maplabel mr-maplabel-x", ends[0], delivery, ends[1]),
    ];
    el("figure", "mr-figurebox", vec![el("div", "mr-mapgrid", grid)])
}

/// The division of working time: finding, bars, and the table that is their key.
fn mix(page: &Page, actual: EffortSplit) -> Vec<Html> {
    let words = page.words;
    let read = match effort_mix(&page.survey.parameters, actual, page.wave.answers.wish) {
        EffortMix::Read(read) => read,
        EffortMix::DoesNotAddUp(sum) => {
            let sum = page.language.whole(sum);
            return vec![note(page.fill(words.mix_refused, &[("sum", &sum)]))];
        }
    };
    let answers = page.against.as_ref().map(|against| &against.wave.answers);
    let before = answers.and_then(|answers| Some(effort_mix(&page.survey.parameters, answers.effort?, None)));
    let before = match before {
        Some(EffortMix::Read(before)) => Some(before.split),
        _ => None,
    };
    // A wish may be off by a little too; what is shown adds up.
    let wish =
        page.wave.answers.wish.and_then(|wish| match effort_mix(&page.survey.parameters, wish, None) {
            EffortMix::Read(wish) => Some(wish.split),
            EffortMix::DoesNotAddUp(_) => None,
        });
    let mut rows = Vec::new();
    rows.extend(before.map(|before| (words.series_base, before)));
    rows.push((words.now, read.split));
    rows.extend(wish.map(|wish| (words.wish, wish)));

    let remarks = mix_remarks(page, &read, before, wish);
    let mut parts = vec![el("h3", "mr-h3", vec![text(mix_heading(page, &read))])];
    parts.push(el("div", "mr-remarks", remarks.into_iter().map(note).collect()));
    let bars = rows.iter().map(|(name, split)| {
        let name = el("span", "", vec![text(*name)]);
        el("div", "mr-mixrow", vec![name, mix_bar(page.language, split.parts())])
    });
    let mut figure: Vec<Html> = bars.collect();
    figure.push(mix_table(page, &rows));
    parts.push(el("div", "mr-section-body mr-figurebox", figure));
    parts.push(workings::mix(page, &read, wish));
    parts
}

fn mix_heading(page: &Page, read: &EffortReading) -> String {
    let part = page.survey.effort.parts.first().map_or("", |part| part.name.as_str());
    let share = page.language.percent(read.split.unplanned);
    page.fill(page.words.mix_heading, &[("share", &share), ("part", &(page.words.within_sentence)(part))])
}

fn mix_remarks(
    page: &Page,
    read: &EffortReading,
    before: Option<EffortSplit>,
    wish: Option<EffortSplit>,
) -> Vec<String> {
    let words = page.words;
    let percent = |share: f64| page.language.percent(share);
    let mut remarks = Vec::new();
    if let Some(before) = before {
        let notable = page.survey.parameters.mix_notable;
        let moved = (read.split.unplanned - before.unplanned).abs() >= notable;
        let template = if moved { words.mix_before } else { words.mix_about_level };
        let (share, points) = (percent(before.unplanned), page.language.whole(notable));
        remarks.push(page.fill(template, &[("share", &share), ("points", &points)]));
    }
    if let (Some(wish), Some(distance)) = (wish, read.distance_to_wish) {
        let (share, distance) = (percent(wish.unplanned), percent(distance));
        remarks.push(page.fill(words.mix_wish, &[("share", &share), ("distance", &distance)]));
    }
    if read.reactive_flag {
        remarks.push(words.mix_flag.to_owned());
    }
    remarks
}

fn mix_table(page: &Page, rows: &[(&'static str, EffortSplit)]) -> Html {
    let words = page.words;
    let head = |class: &'static str, scope: &'static str, children| {
        with("th", &["class", "scope"], vec![class.into(), scope.into()], children)
    };
    let mut heads = vec![head("", "col", vec![text(words.working_time)])];
    heads.extend(rows.iter().map(|(name, _)| head("mr-n", "col", vec![text(*name)])));
    let lines = page.survey.effort.parts.iter().enumerate().map(|(index, part)| {
        let mut cells = vec![head("", "row", vec![swatch(index), text(part.name.clone())])];
        cells.extend(rows.iter().map(|(_, split)| {
            let share = split.parts().get(index).copied().unwrap_or_default();
            el("td", "mr-n", vec![text(page.language.percent(share))])
        }));
        el("tr", "", cells)
    });
    let lines = lines.collect();
    let caption = el("caption", "mr-hidden", vec![text(words.mix_caption)]);
    let head = el("thead", "", vec![el("tr", "", heads)]);
    all(vec![el("table", "mr-table mr-mixtable", vec![caption, head, el("tbody", "", lines)])])
}
