//! Several people as hosts and tests read them: spread, agreement, perception gap, alpha.

use crate::answers::Reply;
use crate::document::Writer;
use crate::survey::{ItemId, Survey};
use crate::team::{ItemSpread, PerceptionGap, Team};

/// The fields of the golden function `team`. Consensus and agreement are said of two people or more, and
/// agreement of an item of two ratings or more; what is missing in the common answer is not named.
pub fn team_results(json: &mut Writer, name: &str, read: &Team, survey: &Survey) {
    json.open(name);
    json.count("respondents", read.people);
    if read.people > 1 {
        consensus(json, read, survey);
        json.open("agreement");
        for spread in &read.spreads {
            if spread.dots.len() > 1 {
                agreement(json, code(survey, &spread.item), spread);
            }
        }
        json.close();
    }
    json.open("role");
    for role in &read.roles {
        json.open(role.id.as_str());
        number_if_any(json, "ad_mean", role.deviation);
        number_if_any(json, "rwg_j", role.index);
        json.close();
    }
    json.close();
    json.number_or_null("median_ad", read.median_deviation);
    json.close();
}

/// What stands in place of a team that has not agreed to be shown: the number of people.
pub(super) fn withheld(json: &mut Writer, name: &str, people: usize) {
    json.open(name);
    json.count("respondents", people);
    json.text("withheld", "consent");
    json.close();
}

fn consensus(json: &mut Writer, read: &Team, survey: &Survey) {
    json.open("consensus");
    for item in survey.items() {
        match read.answers.reply(&item.id) {
            Some(Reply::Rated(rating)) => json.number(&item.code, rating.value()),
            Some(Reply::NotApplicable) => json.text(&item.code, "NA"),
            Some(Reply::Unknown) | None => {}
        }
    }
    json.close();
}

fn agreement(json: &mut Writer, name: &str, spread: &ItemSpread) {
    json.open(name);
    json.count("n", spread.dots.len());
    json.number("median", spread.median.value());
    json.number("min", spread.lowest.value());
    json.number("max", spread.highest.value());
    if let Some(own) = spread.agreement {
        json.number("ad", own.deviation);
        json.flag("ad_ok", own.acceptable);
        if let Some(within) = own.within {
            json.number("var", within.variance);
            json.number("rwg", within.index);
        }
    }
    json.close();
}

/// The fields of the golden function `perception_gap`.
pub fn perception_gap_results(json: &mut Writer, name: &str, read: &PerceptionGap, survey: &Survey) {
    json.open(name);
    for (id, gap) in &read.roles {
        let Some(gap) = gap else {
            json.null(id.as_str());
            continue;
        };
        json.open(id.as_str());
        json.number("gap", gap.points());
        json.number("threshold", gap.threshold);
        json.flag("notable", gap.is_notable());
        json.close();
    }
    json.open_list("widest_items");
    for topic in &read.topics {
        json.text("", code(survey, &topic.item));
    }
    json.close_list();
    json.close();
}

/// The value of the golden function `alpha`: a number, or `null` where it is withheld.
pub fn alpha_results(json: &mut Writer, name: &str, alpha: Option<f64>) {
    json.number_or_null(name, alpha);
}

fn number_if_any(json: &mut Writer, name: &str, value: Option<f64>) {
    if let Some(value) = value {
        json.number(name, value);
    }
}

/// The label of an item as the model writes it.
fn code<'a>(survey: &'a Survey, item: &ItemId) -> &'a str {
    survey.place(item).map_or("", |place| &place.item.code)
}
