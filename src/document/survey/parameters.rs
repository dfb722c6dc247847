//! Parameters: every threshold of the scoring within bounds that keep it sound.

use crate::document::reader::Reader;
use crate::document::{Code, Tree};
#[cfg(feature = "results")]
use crate::survey::{Ambition, PlanParameters, TeamParameters};
use crate::survey::{Basis, ConfidenceBar, Importance, Parameters, QualityPrompts, ZScores};

pub(super) fn parameters(reader: Reader) -> Parameters {
    let points = |name: &str| reader.number(name, 0, 100);
    let share = |name: &str| reader.number(name, 0, 1);
    let z = reader.field("z");
    let confidence = reader.field("confidence");
    let quality = reader.field("quality");
    let importance = reader.field("importance");
    Parameters {
        sigma_points: points("sigma_points"),
        rater_sd_points: points("rater_sd_points"),
        z: ZScores {
            overall: z.number("overall", 0, 9),
            role: z.number("role", 0, 9),
            capability: z.number("capability", 0, 9),
        },
        // Below it no difference is clear, so with none at all two equal scores would differ clearly.
        floor_points: reader.number("floor_points", 1, 100),
        possible_share: share("possible_share"),
        min_paired_share: share("min_paired_share"),
        median_eff: reader.number("median_eff", 0, 9),
        role_min_share: share("role_min_share"),
        role_min_caps: reader.whole("role_min_caps", 1, 99) as usize,
        reactive_flag: points("reactive_flag"),
        mix_notable: points("mix_notable"),
        mix_sum: mix_sum(reader.field("mix_sum")),
        zone_split: points("zone_split"),
        lagging_levels: reader.whole("lagging_levels", 1, 9) as u8,
        many_na_share: share("many_na_share"),
        confidence_high: confidence_bar(confidence.field("high")),
        confidence_medium: confidence_bar(confidence.field("medium")),
        quality: QualityPrompts {
            same_position: quality.whole("same_position", 2, 999) as usize,
            minutes: quality.number("minutes", 0, 240),
        },
        note_characters: reader.whole("note_characters", 0, 5000) as usize,
        hold_tolerance: points("hold_tolerance"),
        provisional_step: points("provisional_step"),
        close_call: share("close_call"),
        importance: Importance {
            primary: importance.number("primary", 0, 99),
            secondary: importance.number("secondary", 0, 99),
            other: importance.number("other", 0, 99),
            no_aim: importance.number("no_aim", 0, 99),
        },
        keep_focus_share: share("keep_focus_share"),
        #[cfg(feature = "results")]
        ambitious: Ambition {
            levels: reader.whole("ambitious_levels", 1, 9) as u8,
            months: reader.whole("ambitious_months", 1, 60),
        },
        #[cfg(feature = "results")]
        plan: PlanParameters {
            focus_moves: reader.whole("focus_moves", 1, 9) as usize,
            // With none at all, equal answers would lie apart.
            sides_apart: reader.number("sides_apart", 1, 9),
            leaning_level: reader.whole("leaning_level", 2, 9) as u8,
        },
        #[cfg(feature = "results")]
        team: team(reader),
        basis: reader.list("basis").read(basis),
    }
}

#[cfg(feature = "results")]
fn team(reader: Reader) -> TeamParameters {
    let people = |name: &str, fewest: u32| reader.whole(name, fewest, 999) as usize;
    TeamParameters {
        ad_cut: reader.number("ad_cut", 0, 9),
        ad_min_n: people("ad_min_n", 2),
        // Ratings are held against it, so it cannot be nothing.
        rwg_null_variance: reader.number("rwg_null_variance", 1, 99),
        rwg_min_n: people("rwg_min_n", 2),
        alpha_min_n: people("alpha_min_n", 2),
        consent_min_n: people("consent_min_n", 1),
        // With none at all, equal answers would be a topic.
        topic_apart: reader.number("topic_apart", 1, 9),
        topics: people("topics", 1),
    }
}

fn mix_sum(reader: Reader) -> [f64; 2] {
    let sums = reader.items();
    let (Some(lowest), Some(highest), 2) = (sums.get(0), sums.get(1), sums.len()) else {
        if reader.is_list() {
            reader.problem(Code::OutOfRange, "needs the lowest and the highest sum");
        }
        return [100.0, 100.0];
    };
    let [lowest, highest] = [lowest, highest].map(|sum| sum.as_number(1, 200));
    if lowest > highest {
        reader.problem(Code::OutOfRange, "needs the lowest sum before the highest");
    }
    [lowest, highest]
}

#[inline(never)]
fn confidence_bar(reader: Reader) -> ConfidenceBar {
    ConfidenceBar {
        completeness: reader.number("completeness", 0, 1),
        evidence: reader.number("evidence", 0, 1),
        raters: reader.whole("raters", 1, 999) as usize,
        median_deviation: reader.optional("median_deviation").map(|field| field.as_number(0, 9)),
    }
}

pub(in crate::document) fn basis(reader: Reader) -> Basis {
    Basis {
        name: reader.text("name"),
        value: match reader.field("value").tree() {
            Some(Tree::Text(text)) => text.clone(),
            Some(other) => other.write(),
            None => String::new(),
        },
        basis: reader.text("basis"),
        meaning: reader.text("meaning"),
    }
}
