//! Like for like: which answers of two waves can be held against each other (model 2.7.1, 6).

use crate::answers::{Answer, Answers, Rating, Reply};
use crate::survey::{Bridge, Item, ItemId, Relation, Survey};

/// Two answers to meanings that are close, the earlier or later one mapped to the meaning of today.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClosePair {
    /// The item of today.
    pub item: ItemId,
    /// The item that was asked before; often the same one with another meaning.
    pub former: ItemId,
    /// Why the two are close, in the survey's own words.
    pub reason: String,
    /// The earlier rating as it is compared, in the meaning of today.
    pub was: Rating,
    /// The later rating as it is compared, in the meaning of today.
    pub now: Rating,
}

/// What is left of two waves, by items of today.
#[derive(Clone, Debug, Default)]
pub(crate) struct Paired {
    /// The earlier wave.
    pub(crate) base: Answers,
    /// The later wave.
    pub(crate) now: Answers,
    /// Pairs to be labelled, in asking order.
    pub(crate) close: Vec<ClosePair>,
}

/// Keeps what can be compared: rated in both with one meaning, or not applicable in both.
pub(crate) fn like_for_like(survey: &Survey, base: &Answers, now: &Answers) -> Paired {
    let mut kept = Paired::default();
    for item in survey.items() {
        let (Some(before), Some(after)) = (said(survey, base, item), said(survey, now, item)) else {
            continue;
        };
        // Two answers to one meaning need no bridge, whether that is the meaning of today or not.
        if before.is_asked_as(&after) {
            if is_comparable(before.answer, after.answer) {
                kept.keep(item, before.answer.clone(), after.answer.clone());
            }
            continue;
        }
        if let (Some(own_before), Some(own_after)) = (before.today(survey, item), after.today(survey, item))
            && is_comparable(&own_before, &own_after)
        {
            for bridge in [before.bridge, after.bridge].into_iter().flatten() {
                if let (Relation::Close, Some(Reply::Rated(was)), Some(Reply::Rated(now))) =
                    (bridge.relation, own_before.reply, own_after.reply)
                {
                    kept.close.push(ClosePair {
                        item: item.id.clone(),
                        former: bridge.from.item.clone(),
                        reason: bridge.reason.clone(),
                        was,
                        now,
                    });
                }
            }
            kept.keep(item, own_before, own_after);
        }
    }
    kept
}

impl Paired {
    fn keep(&mut self, item: &Item, before: Answer, after: Answer) {
        self.base.items.insert(item.id.clone(), before);
        self.now.items.insert(item.id.clone(), after);
    }
}

/// Whether both are ratings, or both say that it does not apply.
fn is_comparable(before: &Answer, after: &Answer) -> bool {
    matches!(
        (before.reply, after.reply),
        (Some(Reply::Rated(_)), Some(Reply::Rated(_)))
            | (Some(Reply::NotApplicable), Some(Reply::NotApplicable))
    )
}

/// What a wave says about an item of today.
struct Said<'a> {
    answer: &'a Answer,
    /// The item that was asked.
    former: &'a ItemId,
    /// The bridge from its meaning to that of today, if it needs one and there is one.
    bridge: Option<&'a Bridge>,
}

/// What a wave says about an item: the answer to the item itself, else one that a bridge leads from.
fn said<'a>(survey: &'a Survey, answers: &'a Answers, item: &'a Item) -> Option<Said<'a>> {
    let leads = |own: &&Bridge| own.to.item == item.id && own.to.rev == item.meaning_rev;
    if let Some(answer) = answers.items.get(&item.id) {
        let fits =
            |own: &&Bridge| leads(own) && own.from.item == item.id && own.from.rev == answer.meaning_rev;
        return Some(Said { answer, former: &item.id, bridge: survey.bridges().iter().find(fits) });
    }
    survey.bridges().iter().filter(leads).find_map(|bridge| {
        let answer = answers.items.get(&bridge.from.item)?;
        let fits = answer.meaning_rev == bridge.from.rev;
        fits.then_some(Said { answer, former: &bridge.from.item, bridge: Some(bridge) })
    })
}

impl Said<'_> {
    /// Whether another answer was given to the same meaning, and that is not one that was left behind.
    fn is_asked_as(&self, other: &Self) -> bool {
        let left_behind = self.bridge.is_some_and(|bridge| {
            bridge.relation == Relation::Different && bridge.from.item != bridge.to.item
        });
        let (own, theirs) = (self.answer.meaning_rev, other.answer.meaning_rev);
        self.former == other.former && own == theirs && !left_behind
    }

    /// The answer as one to the meaning of today, if it can be read as such.
    fn today(&self, survey: &Survey, item: &Item) -> Option<Answer> {
        let is_close = match self.bridge.map(|bridge| bridge.relation) {
            Some(Relation::Different) => return None,
            Some(relation) => relation == Relation::Close,
            None if self.answer.meaning_rev == item.meaning_rev => false,
            None => return None,
        };
        let reply = match (self.answer.reply, self.bridge) {
            (Some(Reply::Rated(rating)), Some(bridge)) if is_close => {
                Some(Reply::Rated(mapped(bridge, rating, survey.scale_min)?))
            }
            (reply, _) => reply,
        };
        Some(Answer { reply, meaning_rev: item.meaning_rev, ..self.answer.clone() })
    }
}

/// The place of today for a former one; a half stays halfway between those of its two neighbours.
fn mapped(bridge: &Bridge, rating: Rating, lowest: u8) -> Option<Rating> {
    let place = |anchor: f64| {
        let at = (anchor as usize).checked_sub(usize::from(lowest))?;
        bridge.map.get(at).map(|anchor| Rating::whole(*anchor))
    };
    Rating::median([place(rating.value().floor())?, place(rating.value().ceil())?])
}
