//! The answer of a team: what several people said to an item, as one (model 2.9).

use super::median;
use crate::answers::{AimAnswer, Answer, Answers, EffortSplit, Evidence, Rating, Reply};
use crate::scoring::{EffortMix, ROUNDING, effort_mix};
use crate::survey::{ById, Item, Parameters, RoleId, Survey};

/// One [`Answers`] for all of these people.
///
/// The model rules the replies: the median of the ratings; 'does not apply' where more than half of the people
/// say so; missing where fewer than half rated the item. The rest is this program's own judgement, as the model
/// leaves it open:
/// - *Missing* is 'not known' where somebody said so, and nothing where nobody did.
/// - *Evidence* is the best mark of anybody whose rating is no topic against the common one, that is less than
///   `topic_apart` anchors away: one person who has the paper at hand can show it, but paper for quite another
///   rating does not back this one.
/// - *Working time*, as it is and as wished for: the median of each part, rescaled to 100. None where fewer than
///   half of the people split it in a way that adds up.
/// - *Aim*: what most people named first, then what most named second among the others. A tie names none.
/// - *Notes* stay with those who wrote them.
pub fn team_answers(survey: &Survey, people: &[&Answers]) -> Answers {
    let mut items = ById::new();
    for item in survey.items() {
        if let Some(answer) = common(&survey.parameters, item, people) {
            items.insert(item.id.clone(), answer);
        }
    }
    Answers {
        items,
        effort: split(&survey.parameters, people, |own| own.effort),
        wish: split(&survey.parameters, people, |own| own.wish),
        aim: aim(survey, people),
    }
}

/// What people said to an item in one meaning of it, each with the place of the person: the meaning that most of
/// them answered, the newer one of two. Replies to another meaning are no replies to this question (model 6).
pub(super) fn replies<'a>(item: &Item, people: &[&'a Answers]) -> Vec<(usize, Reply, &'a Answer)> {
    let mut given = Vec::new();
    for (person, own) in people.iter().enumerate() {
        if let Some(answer) = own.items.get(&item.id)
            && let Some(reply) = answer.reply
        {
            given.push((person, reply, answer));
        }
    }
    let of = |meaning: u32| given.iter().filter(|(.., answer)| answer.meaning_rev == meaning).count();
    let meaning = given.iter().map(|(.., answer)| answer.meaning_rev).max_by_key(|own| (of(*own), *own));
    given.retain(|(.., answer)| Some(answer.meaning_rev) == meaning);
    given
}

fn common(parameters: &Parameters, item: &Item, people: &[&Answers]) -> Option<Answer> {
    let given = replies(item, people);
    let (_, _, first) = given.first()?;
    let (mut not_applicable, mut unknown, mut ratings) = (0, false, Vec::new());
    for (_, reply, answer) in &given {
        match reply {
            Reply::Rated(rating) => ratings.push((*rating, answer.evidence)),
            Reply::NotApplicable => not_applicable += 1,
            Reply::Unknown => unknown = true,
        }
    }
    let rated = if is_half(ratings.len(), people) { middle(&ratings) } else { None };
    let (reply, evidence) = if 2 * not_applicable > people.len() {
        (Reply::NotApplicable, None)
    } else if let Some(rating) = rated {
        (Reply::Rated(rating), evidence(parameters, rating, &ratings))
    } else if unknown {
        (Reply::Unknown, None)
    } else {
        return None;
    };
    Some(Answer { reply: Some(reply), evidence, note: String::new(), meaning_rev: first.meaning_rev })
}

/// Whether so many are half of the people or more.
fn is_half(some: usize, people: &[&Answers]) -> bool {
    2 * some >= people.len()
}

fn middle(ratings: &[(Rating, Option<Evidence>)]) -> Option<Rating> {
    Rating::median(ratings.iter().map(|(rating, _)| *rating))
}

fn evidence(
    parameters: &Parameters,
    common: Rating,
    ratings: &[(Rating, Option<Evidence>)],
) -> Option<Evidence> {
    let near = |own: &Rating| (own.value() - common.value()).abs() < parameters.team.topic_apart - ROUNDING;
    ratings.iter().filter(|(own, _)| near(own)).filter_map(|(_, mark)| *mark).max()
}

fn split(
    parameters: &Parameters,
    people: &[&Answers],
    of: fn(&Answers) -> Option<EffortSplit>,
) -> Option<EffortSplit> {
    let [mut unplanned, mut near, mut far] = [Vec::new(), Vec::new(), Vec::new()];
    for own in people {
        if let Some(EffortMix::Read(read)) = of(own).map(|own| effort_mix(parameters, own, None)) {
            unplanned.push(read.split.unplanned);
            near.push(read.split.near);
            far.push(read.split.far);
        }
    }
    if !is_half(unplanned.len(), people) {
        return None;
    }
    let parts = [median(unplanned)?, median(near)?, median(far)?];
    let sum: f64 = parts.iter().sum();
    // Three people with everything in three different parts have no middle.
    (sum > 0.0).then(|| EffortSplit::from(parts.map(|part| part * 100.0 / sum)))
}

fn aim(survey: &Survey, people: &[&Answers]) -> Option<AimAnswer> {
    let aims: Vec<AimAnswer> = people.iter().filter_map(|own| own.known_aim(survey)).collect();
    aims.first()?;
    let primary = most_named(aims.iter().filter_map(|aim| aim.primary.as_ref()));
    let others = aims.iter().filter_map(|aim| aim.secondary.as_ref()).filter(|own| Some(*own) != primary);
    let secondary = primary.and_then(|_| most_named(others));
    Some(AimAnswer { primary: primary.cloned(), secondary: secondary.cloned() })
}

/// What was named more often than anything else.
fn most_named<'a>(named: impl Iterator<Item = &'a RoleId>) -> Option<&'a RoleId> {
    let named: Vec<&RoleId> = named.collect();
    let times = |role: &RoleId| named.iter().filter(|own| **own == role).count();
    let most = named.iter().max_by_key(|role| times(role))?;
    let tied = named.iter().any(|role| role != most && times(role) == times(most));
    (!tied).then_some(*most)
}
