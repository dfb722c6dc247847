//! 'How this is worked out', beside every figure: which answers, which rule, which source, and what is our
//! own judgement, so that a reader can redo it by hand.

mod parts;

use super::page::{Against, Page};
use super::trust;
use crate::answers::EffortSplit;
use crate::history::Difference;
use crate::scoring::{EffortReading, Figure};
use crate::survey::{ConfidenceBar, Facet, Role};
use parts::{Sheet, mean};
use yew::Html;

/// Parameters behind every noise and threshold.
const NOISE: &[&str] = &["item_error_sd"];
const THRESHOLDS: &[&str] = &["item_error_sd", "error_rate", "family", "floor_points"];

/// The score of a role.
pub(super) fn role(page: &Page, role: &Role) -> Html {
    let words = page.words;
    let mut sheet = Sheet::new(page, role.name.clone());
    sheet.answers(role.capabilities.iter().flat_map(|capability| &capability.items));
    let scale = page.survey.scale_min..=page.survey.scale_max;
    let points: Vec<String> =
        scale.map(|rating| page.language.short(page.survey.points(f64::from(rating)))).collect();
    sheet.rule(words.rule_points, &[("points", &page.list(&points))]);
    let own = page.scores.role(&role.id);
    let weight = |id| page.wave.weights.get(id).copied();
    let parts: Vec<(f64, f64)> = role
        .capabilities
        .iter()
        .filter_map(|capability| {
            let figure = page.scores.capability(&capability.id)?.figure.as_ref()?;
            Some((weight(&capability.id).unwrap_or(capability.weight), figure.points))
        })
        .collect();
    match own.and_then(|own| own.figure.as_ref()) {
        Some(figure) => {
            sheet.rule(words.rule_role, &[]);
            sheet.sum(mean(page, &parts, figure.points));
            sheet.noise(figure);
            sheet.borders();
        }
        None => {
            let needed = page.language.whole(own.map_or(0, |own| own.needed) as f64);
            sheet.rule(words.rule_needed, &[("needed", &needed)]);
        }
    }
    let difference = page.against.as_ref().and_then(|against| against.change.role(&role.id));
    if let (Some(against), Some(difference)) = (&page.against, difference)
        && let Some(figure) = against.change.now_scores.role(&role.id).and_then(|own| own.figure.as_ref())
    {
        sheet.threshold(against, difference, figure, page.survey.parameters.z.role);
    }
    sheet.sources(role.capabilities.iter().flat_map(|capability| {
        capability.sources.iter().chain(capability.items.iter().flat_map(|item| &item.sources))
    }));
    sheet.judgement(words.judge_weights);
    sheet.basis(&["item_error_sd", "role_min"]);
    sheet.done()
}

/// The table.
pub(super) fn table(page: &Page) -> Html {
    let words = page.words;
    let mut sheet = Sheet::new(page, words.about_table.to_owned());
    sheet.rule(words.rule_capability, &[]);
    if page.against.is_none() {
        sheet.rule(words.rule_columns, &[]);
    }
    let complete = page.scores.capabilities.iter().filter_map(|own| own.figure.as_ref());
    if let Some(figure) = complete.max_by_key(|figure| figure.shares.len()) {
        sheet.noise(figure);
    }
    sheet.borders();
    let lagging = page.count(usize::from(page.survey.parameters.lagging_levels));
    sheet.rule(words.rule_lags, &[("number", &lagging)]);
    sheet.rule(words.rule_gaps, &[]);
    sheet.sources(page.survey.capabilities().flat_map(|capability| &capability.sources));
    sheet.judgement(words.judge_anchors);
    sheet.basis(NOISE);
    sheet.done()
}

/// Which role leads.
pub(super) fn dominance(page: &Page) -> Html {
    let words = page.words;
    let mut sheet = Sheet::new(page, words.about_lead.to_owned());
    sheet.rule(words.rule_from_roles, &[]);
    let order = &page.dominance.order;
    let gaps = [(0, 1), (1, 2), (0, order.len().saturating_sub(1))];
    for ((above, below), lead) in gaps.into_iter().zip(page.dominance.leads.into_iter().flatten()) {
        let (Some(above), Some(below)) = (order.get(above), order.get(below)) else { continue };
        let own = |id| page.full.role(id).and_then(|own| own.figure.as_ref());
        let (Some(first), Some(second)) = (own(above), own(below)) else { continue };
        let squares = [page.language.short(first.points), page.language.short(second.points)];
        let values = [
            ("first", page.role_name(above).to_owned()),
            ("second", page.role_within(below)),
            ("a", squares[0].clone()),
            ("b", squares[1].clone()),
            ("gap", page.language.figure(lead.gap)),
            ("threshold", page.language.figure(lead.threshold)),
        ];
        sheet.rule(words.rule_gap, &values.each_ref().map(|(name, value)| (*name, value.as_str())));
    }
    if let Some(first) = order.first().and_then(|id| page.full.role(id)?.figure.as_ref())
        && let Some(second) = order.get(1).and_then(|id| page.full.role(id)?.figure.as_ref())
        && let Some([lead, ..]) = page.dominance.leads
    {
        sheet.gap_threshold(first, second, page.survey.parameters.z.role, lead.threshold);
    }
    sheet.rule(words.rule_lead, &[]);
    sheet.sources(page.survey.aim.sources.iter());
    sheet.judgement(words.judge_lead);
    sheet.basis(THRESHOLDS);
    sheet.done()
}

/// Direction against delivery.
pub(super) fn balance(page: &Page) -> Html {
    let words = page.words;
    let mut sheet = Sheet::new(page, words.about_map.to_owned());
    let tilt = &page.balance.overall.tilt;
    let sides = [(Facet::Direction, &tilt.direction), (Facet::Delivery, &tilt.delivery)];
    for ((facet, figure), (_, name, _)) in sides.into_iter().zip(&page.survey.facets) {
        let codes: Vec<_> = page.survey.items().filter(|item| item.facet == facet).collect();
        let codes: Vec<&str> = codes.iter().map(|item| item.code.as_str()).collect();
        sheet.rule(words.rule_side, &[("side", name), ("codes", &codes.join(", "))]);
        let scores = if facet == Facet::Direction { &page.balance.direction } else { &page.balance.delivery };
        let roles = page.survey.roles.iter().zip(&scores.roles);
        let parts: Vec<_> =
            roles.filter_map(|(role, own)| Some((role.weight, own.figure.as_ref()?.points))).collect();
        if let Some(figure) = figure {
            sheet.sum(mean(page, &parts, figure.points));
        }
    }
    if let (Some(direction), Some(delivery), Some(threshold)) =
        (&tilt.direction, &tilt.delivery, tilt.threshold)
    {
        sheet.gap_threshold(direction, delivery, page.survey.parameters.z.overall, threshold);
        let values = [page.survey.parameters.zone_split, direction.noise_sd(&page.survey.parameters)]
            .map(|points| page.language.short(points));
        sheet.rule(words.rule_split, &[("split", &values[0]), ("noise", &values[1])]);
    }
    sheet.sources(page.survey.items().flat_map(|item| &item.sources));
    sheet.judgement(words.judge_map);
    sheet.basis(THRESHOLDS);
    sheet.done()
}

/// How working time is split.
pub(super) fn mix(page: &Page, read: &EffortReading, wish: Option<EffortSplit>) -> Html {
    let words = page.words;
    let mut sheet = Sheet::new(page, words.about_mix.to_owned());
    sheet.quote(&page.survey.effort.stem);
    let short = |share: f64| page.language.short(share);
    if let (Some(wish), Some(distance)) = (wish, read.distance_to_wish) {
        sheet.rule(words.rule_wish, &[]);
        let parts = read.split.parts().into_iter().zip(wish.parts());
        let parts: Vec<_> =
            parts.map(|(now, wish)| ["|", &short(now), " − ", &short(wish), "|"].concat()).collect();
        sheet.sum(["(", &parts.join(" + "), ") / 2 = ", &short(distance)].concat());
    }
    if let Some(far) = read.far_share_of_planned {
        let [_, near_work, far_work] = read.split.parts();
        let part = page.survey.effort.parts.last().map_or("", |part| part.name.as_str());
        sheet.rule(words.rule_far, &[("part", &(words.within_sentence)(part))]);
        let planned = ["(", &short(near_work), " + ", &short(far_work), ")"].concat();
        sheet.sum([&short(far_work), " / ", &planned, " = ", &page.language.percent(far)].concat());
    }
    let flag = page.language.percent(page.survey.parameters.reactive_flag);
    sheet.rule(words.rule_flag, &[("flag", &flag)]);
    sheet.sources(page.survey.effort.sources.iter());
    sheet.basis(&["reactive_flag", "mix_notable"]);
    sheet.done()
}

/// What changed.
pub(super) fn change(page: &Page, against: &Against) -> Html {
    let words = page.words;
    let mut sheet = Sheet::new(page, words.about_change.to_owned());
    sheet.rule(words.rule_like_for_like, &[]);
    let change = &against.change;
    let first = |differences: Vec<Option<Difference>>, figures: Vec<&Option<Figure>>| {
        let pairs = differences.into_iter().zip(figures);
        pairs.filter_map(|(a, b)| Some((a?, b.clone()?))).max_by_key(|(_, figure)| figure.shares.len())
    };
    let capability = first(
        change.capabilities.iter().map(|(_, own)| *own).collect(),
        change.now_scores.capabilities.iter().map(|own| &own.figure).collect(),
    );
    let z = page.survey.parameters.z;
    for (found, z, name) in [
        (capability, z.capability, words.of_capability),
        (first(vec![change.overall], vec![&change.now_scores.overall]), z.overall, words.of_overall),
    ] {
        if let Some((difference, figure)) = found {
            sheet.rule(name, &[]);
            sheet.threshold(against, difference, &figure, z);
        }
    }
    let possible = page.language.percent(100.0 * page.survey.parameters.possible_share);
    sheet.rule(words.rule_possible, &[("share", &possible)]);
    sheet.rule(words.rule_evidenced, &[]);
    let least = page.language.percent(100.0 * page.survey.parameters.min_paired_share);
    sheet.rule(words.rule_withheld, &[("share", &least)]);
    sheet.judgement(words.judge_change);
    sheet.basis(THRESHOLDS);
    sheet.basis(&["possible_share", "min_paired", "rater_sd"]);
    sheet.done()
}

/// How far the picture can be trusted.
pub(super) fn confidence(page: &Page) -> Html {
    let words = page.words;
    let read = &page.confidence;
    let mut sheet = Sheet::new(page, words.about_confidence.to_owned());
    let whole = |number: usize| page.language.whole(number as f64);
    let percent = |share: f64| page.language.percent(100.0 * share);
    let tally = read.tally;
    sheet.rule(words.rule_complete, &[]);
    let asked = [&whole(page.survey.item_count()), " − ", &whole(tally.not_applicable)].concat();
    let complete = percent(read.completeness);
    sheet.sum([&whole(tally.answered), " / (", &asked, ") = ", &complete].concat());
    sheet.rule(words.rule_evidence, &[("share", &percent(read.evidence))]);
    let parameters = &page.survey.parameters;
    let bars = [&parameters.confidence_medium, &parameters.confidence_high];
    let levels = [crate::scoring::ConfidenceLevel::Medium, crate::scoring::ConfidenceLevel::High];
    let rules = [words.rule_medium, words.rule_high];
    for ((bar, level), rule) in bars.into_iter().zip(levels).zip(rules) {
        let ConfidenceBar { completeness, evidence, raters, median_deviation } = bar;
        let values = [
            ("level", trust::level_name(page, level).to_owned()),
            ("complete", percent(*completeness)),
            ("evidence", percent(*evidence)),
            ("people", page.count(*raters)),
            ("apart", page.language.short(median_deviation.unwrap_or_default())),
        ];
        sheet.rule(rule, &values.each_ref().map(|(name, value)| (*name, value.as_str())));
    }
    sheet.judgement(words.judge_confidence);
    sheet.done()
}

/// The overall score.
pub(super) fn overall(page: &Page) -> Html {
    let words = page.words;
    let mut sheet = Sheet::new(page, words.about_overall.to_owned());
    sheet.rule(words.rule_overall, &[]);
    if let Some(figure) = &page.full.overall {
        let roles = page.survey.roles.iter().zip(&page.full.roles);
        let parts: Vec<_> =
            roles.filter_map(|(role, own)| Some((role.weight, own.figure.as_ref()?.points))).collect();
        sheet.sum(mean(page, &parts, figure.points));
        sheet.noise(figure);
        sheet.borders();
    }
    sheet.judgement(words.judge_weights);
    sheet.basis(NOISE);
    sheet.done()
}
