//! Results as hosts and tests read them: the field names of the model's golden tests.

pub mod plan;

use super::Tree;
use crate::answers::Answers;
use crate::history::{Change, Comparison, Difference, History, Wave, change};
use crate::scoring::{
    Balance, CapabilityStatus, Confidence, ConfidenceLevel, Dominance, DominanceKind, EffortMix, Figure,
    Lean, RoleStatus, Scores, Tilt, balance, confidence, dominance, effort_mix, score,
};
use crate::survey::{Facet, RoleId, Survey};

/// `{waves: [...], change}` for a whole history; `change` is `null` with one wave.
pub fn write(history: &History, survey: &Survey) -> Tree {
    let waves = history.assessments().map(|wave| wave_results(wave, survey)).collect();
    let change = history.span().map(|(base, now)| {
        let comparison = Comparison::between(base, now);
        let compared = change(survey, &base.answers, &now.answers, &now.weights, comparison);
        change_results(&compared, survey)
    });
    Tree::record([("waves", Tree::List(waves)), ("change", Tree::or_null(change))])
}

fn wave_results(wave: &Wave, survey: &Survey) -> Tree {
    let scores = score(survey, &wave.answers, &wave.weights);
    let mix = wave.answers.effort.map(|actual| effort_mix(&survey.parameters, actual, wave.answers.wish));
    Tree::record([
        ("id", Tree::text(&wave.id)),
        ("date", Tree::Text(wave.date.to_string())),
        ("score", score_results(&scores)),
        ("dominance", dominance_results(&dominance(survey, &scores))),
        ("balance", balance_results(&balance(survey, &wave.answers, &wave.weights))),
        ("effort_mix", Tree::or_null(mix.map(effort_results))),
        ("confidence", confidence_results(&confidence_of(survey, &wave.answers))),
    ])
}

fn confidence_of(survey: &Survey, answers: &Answers) -> Confidence {
    confidence(survey, answers, 1, None)
}

fn points(figure: &Option<Figure>) -> Tree {
    Tree::or_null(figure.as_ref().map(|figure| Tree::number(figure.points)))
}

fn number(value: Option<f64>) -> Tree {
    Tree::or_null(value.map(Tree::number))
}

fn level(value: Option<u8>) -> Tree {
    Tree::or_null(value.map(|level| Tree::Number(f64::from(level))))
}

fn by_role(entries: impl Iterator<Item = (RoleId, Tree)>) -> Tree {
    Tree::Record(entries.map(|(id, value)| (id.as_str().to_owned(), value)).collect())
}

/// The fields of the golden function `score`.
pub fn score_results(scores: &Scores) -> Tree {
    let capabilities = scores.capabilities.iter().map(|own| {
        let status = match own.status {
            CapabilityStatus::Complete => "complete",
            CapabilityStatus::SingleItem => "single_item",
            CapabilityStatus::NotApplicable => "not_applicable",
            CapabilityStatus::Unanswered => "unanswered",
        };
        let fields =
            [("score", points(&own.figure)), ("level", level(own.level)), ("status", Tree::text(status))];
        (own.id.as_str().to_owned(), Tree::record(fields))
    });
    let roles = scores.roles.iter().map(|own| {
        let status = match own.status {
            RoleStatus::Complete => "complete",
            RoleStatus::Reduced => "reduced",
            RoleStatus::Partial => "partial",
            RoleStatus::Insufficient => "insufficient",
        };
        let fields = [
            ("score", points(&own.figure)),
            ("level", level(own.level.map(|reading| reading.level))),
            ("near", level(own.level.and_then(|reading| reading.near))),
            ("status", Tree::text(status)),
            ("scored", Tree::count(own.scored)),
            ("needed", Tree::count(own.needed)),
        ];
        (own.id.clone(), Tree::record(fields))
    });
    let overall = [
        ("score", points(&scores.overall)),
        ("level", level(scores.overall_level.map(|reading| reading.level))),
        ("near", level(scores.overall_level.and_then(|reading| reading.near))),
    ];
    Tree::record([
        ("capability", Tree::Record(capabilities.collect())),
        ("role", by_role(roles)),
        ("overall", Tree::record(overall)),
    ])
}

/// The fields of the golden function `dominance`.
pub fn dominance_results(read: &Dominance) -> Tree {
    let ids = |ids: &[RoleId]| Tree::List(ids.iter().map(|id| Tree::text(id.as_str())).collect());
    let kind = match read.kind {
        DominanceKind::Dominant => "dominant",
        DominanceKind::Pair => "pair",
        DominanceKind::Graded => "graded",
        DominanceKind::Even => "even",
        DominanceKind::Unknown => "unknown",
    };
    let Some([first, second, whole]) = read.leads else {
        return Tree::record([
            ("kind", Tree::text(kind)),
            ("leading", ids(&read.leading)),
            ("gaps", Tree::Null),
        ]);
    };
    Tree::record([
        ("kind", Tree::text(kind)),
        ("leading", ids(&read.leading)),
        ("order", ids(&read.order)),
        ("gap12", Tree::number(first.gap)),
        ("gap23", Tree::number(second.gap)),
        ("gap13", Tree::number(whole.gap)),
        ("t12", Tree::number(first.threshold)),
        ("t23", Tree::number(second.threshold)),
        ("t13", Tree::number(whole.threshold)),
        ("trailing", Tree::or_null(read.trailing.as_ref().map(|id| Tree::text(id.as_str())))),
    ])
}

fn tilt_fields(tilt: &Tilt) -> Vec<(String, Tree)> {
    let lean = tilt.lean().map(|lean| match lean {
        Lean::Direction => "direction",
        Lean::Delivery => "delivery",
        Lean::Balanced => "balanced",
    });
    [
        ("direction", points(&tilt.direction)),
        ("delivery", points(&tilt.delivery)),
        ("tilt", number(tilt.points())),
        ("threshold", number(tilt.threshold)),
        ("lean", Tree::or_null(lean.map(Tree::text))),
    ]
    .map(|(name, value)| (name.to_owned(), value))
    .into()
}

/// The fields of the golden function `balance`.
pub fn balance_results(read: &Balance) -> Tree {
    let roles = read.roles.iter().map(|(id, tilt)| (id.clone(), Tree::Record(tilt_fields(tilt))));
    let near = read.overall.near_border.iter().map(|facet| match facet {
        Facet::Direction => Tree::text("direction"),
        Facet::Delivery => Tree::text("delivery"),
    });
    let mut overall = tilt_fields(&read.overall.tilt);
    overall.push(("balance_index".to_owned(), number(read.overall.index())));
    overall.push(("zone".to_owned(), Tree::or_null(read.overall.zone.map(|zone| Tree::text(zone.name())))));
    overall.push(("near_border".to_owned(), Tree::List(near.collect())));
    Tree::record([("role", by_role(roles)), ("overall", Tree::Record(overall))])
}

/// The fields of the golden function `effort_mix`.
pub fn effort_results(mix: EffortMix) -> Tree {
    let read = match mix {
        EffortMix::Read(read) => read,
        EffortMix::DoesNotAddUp(sum) => {
            return Tree::record([("status", Tree::text("invalid")), ("sum", Tree::number(sum))]);
        }
    };
    let mut fields = vec![("status".to_owned(), Tree::text("ok"))];
    for (name, share) in ["unplanned", "near", "far"].into_iter().zip(read.split.parts()) {
        fields.push((name.to_owned(), Tree::number(share)));
    }
    fields.push(("far_share_of_planned".to_owned(), number(read.far_share_of_planned)));
    fields.push(("reactive_flag".to_owned(), Tree::Bool(read.reactive_flag)));
    if let Some(distance) = read.distance_to_wish {
        fields.push(("distance_to_own_target".to_owned(), Tree::number(distance)));
    }
    Tree::Record(fields)
}

/// The fields of the golden function `confidence`.
pub fn confidence_results(read: &Confidence) -> Tree {
    let level = match read.level {
        ConfidenceLevel::Low => "low",
        ConfidenceLevel::Medium => "medium",
        ConfidenceLevel::High => "high",
    };
    Tree::record([
        ("answered", Tree::count(read.tally.answered)),
        ("not_applicable", Tree::count(read.tally.not_applicable)),
        ("dont_know", Tree::count(read.tally.unknown)),
        ("unanswered", Tree::count(read.tally.unanswered)),
        ("completeness", Tree::number(read.completeness)),
        ("evidence", Tree::number(read.evidence)),
        ("flag_many_na", Tree::Bool(read.many_na)),
        ("confidence", Tree::text(level)),
    ])
}

fn difference_fields(difference: Difference) -> Vec<(String, Tree)> {
    [
        ("base", Tree::number(difference.base)),
        ("now", Tree::number(difference.now)),
        ("delta", Tree::number(difference.delta())),
        ("threshold", Tree::number(difference.threshold)),
        ("verdict", Tree::text(difference.verdict.name())),
    ]
    .map(|(name, value)| (name.to_owned(), value))
    .into()
}

/// The fields of the golden function `change`.
pub fn change_results(read: &Change, survey: &Survey) -> Tree {
    let capabilities = read.capabilities.iter().map(|(id, difference)| {
        let fields = difference.map(|difference| {
            let mut fields = difference_fields(difference);
            fields.push(("evidenced".to_owned(), Tree::Bool(read.is_evidenced(survey, id))));
            Tree::Record(fields)
        });
        (id.as_str().to_owned(), Tree::or_null(fields))
    });
    let difference = |difference: Option<Difference>| {
        Tree::or_null(difference.map(|difference| Tree::Record(difference_fields(difference))))
    };
    let roles = read.roles.iter().map(|(id, own)| (id.clone(), difference(*own)));
    let evidenced = read.moves.iter().filter(|step| step.evidenced);
    let codes = evidenced.filter_map(|step| Some(Tree::text(&survey.place(&step.item)?.item.code)));
    Tree::record([
        ("paired_items", Tree::count(read.paired_items)),
        ("coverage", Tree::number(read.coverage)),
        ("withheld", Tree::Bool(read.withheld)),
        ("steps_up", Tree::count(read.steps_up())),
        ("steps_down", Tree::count(read.steps_down())),
        ("capability", Tree::Record(capabilities.collect())),
        ("role", by_role(roles)),
        ("overall", difference(read.overall)),
        ("evidenced_steps", Tree::List(codes.collect())),
    ])
}
