//! How it is worked out: the rules with their numbers, and alpha, which is said of many people only.

use super::page::Page;
use super::table::plain;
use crate::team::role_alphas;
use crate::views::markup::Pen;
use crate::views::markup::Value::{Count, Short, Text};

/// The rules, folded away.
pub(super) fn workings(pen: &mut Pen, page: &Page) {
    let words = page.words;
    let limits = &page.survey.parameters.team;
    let cut = page.decimals(limits.ad_cut, 2);
    pen.el("details.mr-more", |pen| {
        pen.put("summary", words.workings);
        pen.put("p.mr-text", words.rule_median);
        let values = [("n", Count(limits.ad_min_n)), ("cut", Text(&cut))];
        pen.say("p.mr-text", words.rule_deviation, &values);
        let values = [("n", Count(limits.rwg_min_n)), ("null", Short(limits.rwg_null_variance))];
        pen.say("p.mr-text", words.rule_index, &values);
        alpha(pen, page);
        pen.put("p.mr-text", words.alpha_note);
    });
}

fn alpha(pen: &mut Pen, page: &Page) {
    let words = page.words;
    let heads = |pen: &mut Pen| {
        pen.put("th[scope=col]", words.gap_role);
        pen.put("th.mr-n[scope=col]", words.complete);
        pen.put("th.mr-n[scope=col]", words.alpha);
    };
    let fewest = Count(page.survey.parameters.team.alpha_min_n);
    plain(pen, words.alpha_caption, heads, |pen| {
        for own in role_alphas(page.survey, &page.answers) {
            pen.el("tr", |pen| {
                pen.put("th[scope=row]", page.survey.role(&own.id).map_or("", |role| role.name.as_str()));
                pen.put("td.mr-n", &page.language.whole(own.complete as f64));
                match own.alpha {
                    Some(alpha) => pen.put("td.mr-n", &page.decimals(alpha, 2)),
                    None => pen.say("td.mr-n mr-quiet", words.alpha_from, &[("n", fewest)]),
                }
            });
        }
    });
}
