//! Parameters: every threshold of the scoring within bounds that keep it sound.

use crate::document::reader::Reader;
use crate::document::{Code, Tree};
use crate::survey::{Basis, ConfidenceBar, Importance, Parameters, QualityPrompts, ZScores};

pub(super) fn parameters(reader: &Reader) -> Parameters {
    let points = |name: &str| reader.field(name).number(0.0, 100.0);
    let share = |name: &str| reader.field(name).number(0.0, 1.0);
    let z = reader.field("z");
    let confidence = reader.field("confidence");
    let quality = reader.field("quality");
    Parameters {
        sigma_points: points("sigma_points"),
        rater_sd_points: points("rater_sd_points"),
        z: ZScores {
            overall: z.field("overall").number(0.0, 9.0),
            role: z.field("role").number(0.0, 9.0),
            capability: z.field("capability").number(0.0, 9.0),
        },
        // Below it no difference is clear, so with none at all two equal scores would differ clearly.
        floor_points: reader.field("floor_points").number(1.0, 100.0),
        possible_share: share("possible_share"),
        min_paired_share: share("min_paired_share"),
        median_eff: reader.field("median_eff").number(0.0, 9.0),
        role_min_share: share("role_min_share"),
        role_min_caps: reader.field("role_min_caps").whole(1, 99) as usize,
        reactive_flag: points("reactive_flag"),
        mix_notable: points("mix_notable"),
        mix_sum: mix_sum(&reader.field("mix_sum")),
        zone_split: points("zone_split"),
        lagging_levels: reader.field("lagging_levels").whole(1, 9) as u8,
        many_na_share: share("many_na_share"),
        confidence_high: confidence_bar(&confidence.field("high")),
        confidence_medium: confidence_bar(&confidence.field("medium")),
        quality: QualityPrompts {
            same_position: quality.field("same_position").whole(2, 999) as usize,
            minutes: quality.field("minutes").number(0.0, 240.0),
        },
        note_characters: reader.field("note_characters").whole(0, 5000) as usize,
        hold_tolerance: points("hold_tolerance"),
        provisional_step: points("provisional_step"),
        close_call: share("close_call"),
        importance: importance(&reader.field("importance")),
        keep_focus_share: share("keep_focus_share"),
        basis: reader.field("basis").list().iter().map(basis).collect(),
    }
}

fn mix_sum(reader: &Reader) -> [f64; 2] {
    let sums = reader.list();
    let [Some(lowest), Some(highest), None] = [sums.first(), sums.get(1), sums.get(2)] else {
        if matches!(reader.tree(), Some(Tree::List(_))) {
            reader.problem(Code::OutOfRange, "needs the lowest and the highest sum");
        }
        return [100.0, 100.0];
    };
    let (lowest, highest) = (lowest.number(1.0, 200.0), highest.number(1.0, 200.0));
    if lowest > highest {
        reader.problem(Code::OutOfRange, "needs the lowest sum before the highest");
    }
    [lowest, highest]
}

fn importance(reader: &Reader) -> Importance {
    let weight = |name: &str| reader.field(name).number(0.0, 99.0);
    Importance {
        primary: weight("primary"),
        secondary: weight("secondary"),
        other: weight("other"),
        no_aim: weight("no_aim"),
    }
}

fn confidence_bar(reader: &Reader) -> ConfidenceBar {
    ConfidenceBar {
        completeness: reader.field("completeness").number(0.0, 1.0),
        evidence: reader.field("evidence").number(0.0, 1.0),
        raters: reader.field("raters").whole(1, 999) as usize,
        median_deviation: reader.optional("median_deviation").map(|field| field.number(0.0, 9.0)),
    }
}

fn basis(reader: &Reader) -> Basis {
    Basis {
        name: reader.field("name").text(),
        value: reader.field("value").tree().map_or_else(String::new, |value| match value {
            Tree::Text(text) => text.clone(),
            other => other.write(),
        }),
        basis: reader.field("basis").text(),
        meaning: reader.field("meaning").text(),
    }
}
