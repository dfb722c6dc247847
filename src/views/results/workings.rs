//! 'How this is worked out', beside every figure: which answers, which rule, which source, and what is our
//! own judgement, so that a reader can redo it by hand.

mod parts;

use super::page::{Against, Page};
use super::{goal, trust};
use crate::answers::EffortSplit;
use crate::history::Difference;
use crate::scoring::{EffortReading, Scores};
use crate::survey::{ConfidenceBar, Facet, Role};
use crate::views::markup::Pen;
use crate::views::markup::Value::{Count, Figure, Percent, Short, Spelled, Text};
use parts::{Sheet, mean};

/// Parameters behind every noise and threshold.
const NOISE: &[&str] = &["item_error_sd"];
const THRESHOLDS: &[&str] = &["item_error_sd", "error_rate", "family", "floor_points"];

/// The score of a role.
pub(super) fn role(pen: &mut Pen, page: &Page, role: &Role) {
    let words = page.words;
    let mut sheet = Sheet::new(pen, page, &role.name);
    sheet.answers(role);
    let mut points = Vec::new();
    for rating in page.survey.scale_min..=page.survey.scale_max {
        points.push(page.language.short(page.survey.points(f64::from(rating))));
    }
    sheet.rule(words.rule_points, &[("points", Text(&page.list(&points)))]);
    let own = page.scores.role(&role.id);
    let mut parts = Vec::new();
    for capability in &role.capabilities {
        let own = page.scores.capability(&capability.id);
        if let Some(figure) = own.and_then(|own| own.figure.as_ref()) {
            let weight = page.wave.weights.get(&capability.id).copied();
            parts.push((weight.unwrap_or(capability.weight), figure.points));
        }
    }
    match own.and_then(|own| own.figure.as_ref()) {
        Some(figure) => {
            sheet.rule(words.rule_role, &[]);
            sheet.sum(&mean(page, &parts, figure.points));
            sheet.noise(figure);
            sheet.borders();
        }
        None => {
            let needed = Count(own.map_or(0, |own| own.needed));
            sheet.rule(words.rule_needed, &[("needed", needed)]);
        }
    }
    let difference = page.against.as_ref().and_then(|against| against.change.role(&role.id));
    if let (Some(against), Some(difference)) = (&page.against, difference)
        && let Some(figure) = against.change.now_scores.role(&role.id).and_then(|own| own.figure.as_ref())
    {
        sheet.threshold(against, difference, figure, page.survey.parameters.z.role);
    }
    if let Some(sum) = goal::sum(page, role) {
        sheet.rule(words.rule_goal, &[]);
        sheet.sum(&sum);
    }
    sheet.sources(&mut role.capabilities.iter().flat_map(|capability| {
        capability.sources.iter().chain(capability.items.iter().flat_map(|item| &item.sources))
    }));
    sheet.judgement(words.judge_weights);
    sheet.basis(&["item_error_sd", "role_min"]);
    sheet.done();
}

/// The table.
pub(super) fn table(pen: &mut Pen, page: &Page) {
    let words = page.words;
    let mut sheet = Sheet::new(pen, page, words.about_table);
    sheet.rule(words.rule_capability, &[]);
    if page.against.is_none() {
        sheet.rule(words.rule_columns, &[]);
    }
    let complete = page.scores.capabilities.iter().filter_map(|own| own.figure.as_ref());
    if let Some(figure) = complete.max_by_key(|figure| figure.shares.len()) {
        sheet.noise(figure);
    }
    sheet.borders();
    let lagging = Spelled(usize::from(page.survey.parameters.lagging_levels));
    sheet.rule(words.rule_lags, &[("number", lagging)]);
    sheet.rule(words.rule_gaps, &[]);
    sheet.sources(&mut page.survey.capabilities().flat_map(|capability| &capability.sources));
    sheet.judgement(words.judge_anchors);
    sheet.basis(NOISE);
    sheet.done();
}

/// Which role leads.
pub(super) fn dominance(pen: &mut Pen, page: &Page) {
    let words = page.words;
    let mut sheet = Sheet::new(pen, page, words.about_lead);
    sheet.rule(words.rule_from_roles, &[]);
    let order = &page.dominance.order;
    let gaps = [(0, 1), (1, 2), (0, order.len().saturating_sub(1))];
    for ((above, below), lead) in gaps.into_iter().zip(page.dominance.leads.into_iter().flatten()) {
        let (Some(above), Some(below)) = (order.get(above), order.get(below)) else { continue };
        let own = |id| page.full.role(id).and_then(|own| own.figure.as_ref());
        let (Some(first), Some(second)) = (own(above), own(below)) else { continue };
        let values = [
            ("first", Text(page.role_name(above))),
            ("second", Text(&page.role_within(below))),
            ("a", Short(first.points)),
            ("b", Short(second.points)),
            ("gap", Figure(lead.gap)),
            ("threshold", Figure(lead.threshold)),
        ];
        sheet.rule(words.rule_gap, &values);
    }
    if let Some(first) = order.first().and_then(|id| page.full.role(id)?.figure.as_ref())
        && let Some(second) = order.get(1).and_then(|id| page.full.role(id)?.figure.as_ref())
        && let Some([lead, ..]) = page.dominance.leads
    {
        sheet.gap_threshold(first, second, page.survey.parameters.z.role, lead.threshold);
    }
    sheet.rule(words.rule_lead, &[]);
    sheet.sources(&mut page.survey.aim.sources.iter());
    sheet.judgement(words.judge_lead);
    sheet.basis(THRESHOLDS);
    sheet.done();
}

/// Direction against delivery.
pub(super) fn balance(pen: &mut Pen, page: &Page) {
    let words = page.words;
    let mut sheet = Sheet::new(pen, page, words.about_map);
    let tilt = &page.balance.overall.tilt;
    let sides = [(Facet::Direction, &tilt.direction), (Facet::Delivery, &tilt.delivery)];
    for ((facet, figure), (_, name, _)) in sides.into_iter().zip(&page.survey.facets) {
        let mut codes = Vec::new();
        for item in page.survey.items() {
            if item.facet == facet {
                codes.push(item.code.as_str());
            }
        }
        sheet.rule(words.rule_side, &[("side", Text(name)), ("codes", Text(&codes.join(", ")))]);
        let scores = if facet == Facet::Direction { &page.balance.direction } else { &page.balance.delivery };
        if let Some(figure) = figure {
            sheet.sum(&mean(page, &of_roles(page, scores), figure.points));
        }
    }
    if let (Some(direction), Some(delivery), Some(threshold)) =
        (&tilt.direction, &tilt.delivery, tilt.threshold)
    {
        sheet.gap_threshold(direction, delivery, page.survey.parameters.z.overall, threshold);
        let split = Short(page.survey.parameters.zone_split);
        let noise = Short(direction.noise_sd(&page.survey.parameters));
        sheet.rule(words.rule_split, &[("split", split), ("noise", noise)]);
    }
    sheet.sources(&mut page.survey.items().flat_map(|item| &item.sources));
    sheet.judgement(words.judge_map);
    sheet.basis(THRESHOLDS);
    sheet.done();
}

/// How working time is split.
pub(super) fn mix(pen: &mut Pen, page: &Page, read: &EffortReading, wish: Option<EffortSplit>) {
    let words = page.words;
    let mut sheet = Sheet::new(pen, page, words.about_mix);
    sheet.quote(&page.survey.effort.stem);
    let short = |share: f64| page.language.short(share);
    if let (Some(wish), Some(distance)) = (wish, read.distance_to_wish) {
        sheet.rule(words.rule_wish, &[]);
        let mut parts = Vec::new();
        for (now, wish) in read.split.parts().into_iter().zip(wish.parts()) {
            parts.push(["|", &short(now), " − ", &short(wish), "|"].concat());
        }
        sheet.sum(&["(", &parts.join(" + "), ") / 2 = ", &short(distance)].concat());
    }
    if let Some(far) = read.far_share_of_planned {
        let [_, near_work, far_work] = read.split.parts();
        let part = page.survey.effort.parts.last().map_or("", |part| part.name.as_str());
        sheet.rule(words.rule_far, &[("part", Text(&(words.within_sentence)(part)))]);
        let planned = ["(", &short(near_work), " + ", &short(far_work), ")"].concat();
        sheet.sum(&[&short(far_work), " / ", &planned, " = ", &page.language.percent(far)].concat());
    }
    let flag = Percent(page.survey.parameters.reactive_flag);
    sheet.rule(words.rule_flag, &[("flag", flag)]);
    sheet.sources(&mut page.survey.effort.sources.iter());
    sheet.basis(&["reactive_flag", "mix_notable"]);
    sheet.done();
}

/// What changed.
pub(super) fn change(pen: &mut Pen, page: &Page, against: &Against) {
    let words = page.words;
    let mut sheet = Sheet::new(pen, page, words.about_change);
    sheet.rule(words.rule_like_for_like, &[]);
    let change = &against.change;
    // The capability with most answers, the last of several.
    let mut longest: Option<(Difference, &crate::scoring::Figure)> = None;
    for ((_, difference), score) in change.capabilities.iter().zip(&change.now_scores.capabilities) {
        if let (Some(difference), Some(figure)) = (difference, &score.figure)
            && longest.is_none_or(|(_, longest)| figure.shares.len() >= longest.shares.len())
        {
            longest = Some((*difference, figure));
        }
    }
    let overall = change.overall.zip(change.now_scores.overall.as_ref());
    let z = page.survey.parameters.z;
    for (found, z, name) in
        [(longest, z.capability, words.of_capability), (overall, z.overall, words.of_overall)]
    {
        if let Some((difference, figure)) = found {
            sheet.rule(name, &[]);
            sheet.threshold(against, difference, figure, z);
        }
    }
    let possible = Percent(100.0 * page.survey.parameters.possible_share);
    sheet.rule(words.rule_possible, &[("share", possible)]);
    sheet.rule(words.rule_evidenced, &[]);
    let least = Percent(100.0 * page.survey.parameters.min_paired_share);
    sheet.rule(words.rule_withheld, &[("share", least)]);
    sheet.judgement(words.judge_change);
    sheet.basis(THRESHOLDS);
    sheet.basis(&["possible_share", "min_paired", "rater_sd"]);
    sheet.done();
}

/// How far the picture can be trusted.
pub(super) fn confidence(pen: &mut Pen, page: &Page) {
    let words = page.words;
    let read = &page.confidence;
    let mut sheet = Sheet::new(pen, page, words.about_confidence);
    let whole = |number: usize| page.language.whole(number as f64);
    let tally = read.tally;
    sheet.rule(words.rule_complete, &[]);
    let asked = [&whole(page.survey.item_count()), " − ", &whole(tally.not_applicable)].concat();
    let complete = page.language.percent(100.0 * read.completeness);
    sheet.sum(&[&whole(tally.answered), " / (", &asked, ") = ", &complete].concat());
    sheet.rule(words.rule_evidence, &[("share", Percent(100.0 * read.evidence))]);
    let parameters = &page.survey.parameters;
    let bars = [&parameters.confidence_medium, &parameters.confidence_high];
    let levels = [crate::scoring::ConfidenceLevel::Medium, crate::scoring::ConfidenceLevel::High];
    let rules = [words.rule_medium, words.rule_high];
    for ((bar, level), rule) in bars.into_iter().zip(levels).zip(rules) {
        let ConfidenceBar { completeness, evidence, raters, median_deviation } = bar;
        let values = [
            ("level", Text(trust::level_name(page.language, level))),
            ("complete", Percent(100.0 * completeness)),
            ("evidence", Percent(100.0 * evidence)),
            ("people", Spelled(*raters)),
            ("apart", Short(median_deviation.unwrap_or_default())),
        ];
        sheet.rule(rule, &values);
    }
    sheet.judgement(words.judge_confidence);
    sheet.done();
}

/// The overall score.
pub(super) fn overall(pen: &mut Pen, page: &Page) {
    let words = page.words;
    let mut sheet = Sheet::new(pen, page, words.about_overall);
    sheet.rule(words.rule_overall, &[]);
    if let Some(figure) = &page.full.overall {
        sheet.sum(&mean(page, &of_roles(page, &page.full), figure.points));
        sheet.noise(figure);
        sheet.borders();
    }
    sheet.judgement(words.judge_weights);
    sheet.basis(NOISE);
    sheet.done();
}

/// Weight and points of every role with a score.
fn of_roles(page: &Page, scores: &Scores) -> Vec<(f64, f64)> {
    let mut parts = Vec::new();
    for (role, own) in page.survey.roles.iter().zip(&scores.roles) {
        if let Some(figure) = &own.figure {
            parts.push((role.weight, figure.points));
        }
    }
    parts
}
