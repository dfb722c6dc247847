//! Waves of different people in one place, in an order that does not depend on how they came in.

use crate::answers::{Answers, EffortSplit};
use crate::history::{Comparison, Date, Wave, WaveKind};
use crate::scoring::Weights;
use std::cmp::Ordering;
use std::rc::Rc;

/// What became of a wave that was added.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Joined {
    /// It is there now.
    New,
    /// It had been there.
    Known,
    /// Another wave of this name by this person is there with other content; one of the two was kept.
    Differs,
}

/// A set of waves by different people, read for one assessment.
///
/// A wave is known by its assessment, its person and its name, as files of different people may give their waves
/// one name, and one answer may stand in two assessments. Who has no name is known by that of the wave. Adding is
/// a set union: in any order and however often, the same waves give the same panel. All of them answer one survey, as the reader of answer files refuses those of
/// another (`document::answers`); meanings of items are kept apart when answers are brought together
/// ([`team_answers`](super::team_answers)).
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Panel {
    /// In the order of people, those with a name first, then of time.
    waves: Vec<Rc<Wave>>,
}

impl Panel {
    /// The panel of these waves.
    pub fn new(waves: impl IntoIterator<Item = Rc<Wave>>) -> Self {
        let mut panel = Self::default();
        for wave in waves {
            panel.add(wave);
        }
        panel
    }

    /// Adds a wave. Of two that differ under one name of one person, the one that is later in a fixed order of
    /// their content stays, whichever came first.
    pub fn add(&mut self, wave: Rc<Wave>) -> Joined {
        // The waves of a person stand together, so that only those are looked through.
        let first = self.waves.partition_point(|own| person(own) < person(&wave));
        let known_by =
            |own: &Rc<Wave>| own.id == wave.id && own.assessment == wave.assessment && is_of(own, &wave);
        let of_person = self.waves.iter().skip(first).take_while(|own| is_of(own, &wave));
        let known = of_person.enumerate().find(|(_, own)| known_by(own));
        let joined = match known {
            None => Joined::New,
            Some((at, own)) => {
                match compare(own, &wave) {
                    Ordering::Equal => return Joined::Known,
                    Ordering::Greater => return Joined::Differs,
                    Ordering::Less => {}
                }
                self.waves.remove(first + at);
                Joined::Differs
            }
        };
        let at = self.waves.partition_point(|own| place(own, &wave) == Ordering::Less);
        self.waves.insert(at, wave);
        joined
    }

    /// Adds all waves of another panel.
    pub fn merge(&mut self, other: &Self) {
        for wave in &other.waves {
            self.add(Rc::clone(wave));
        }
    }

    /// The panel as it was at the end of a day.
    pub fn until(&self, day: Date) -> Self {
        Self { waves: self.waves.iter().filter(|wave| wave.date <= day).cloned().collect() }
    }

    /// Every wave, person by person, earliest first.
    pub fn waves(&self) -> &[Rc<Wave>] {
        &self.waves
    }

    /// The wave that counts for each person: the latest that answers the whole survey.
    pub fn people(&self) -> Vec<&Rc<Wave>> {
        let mut people: Vec<&Rc<Wave>> = Vec::new();
        for wave in self.waves.iter().filter(|wave| wave.kind != WaveKind::Pulse) {
            if people.last().is_some_and(|last| person(last) == person(wave)) {
                people.pop();
            }
            people.push(wave);
        }
        people
    }

    /// What each person said, in the order of [`people`](Self::people).
    pub fn answers(&self) -> Vec<&Answers> {
        self.people().into_iter().map(|wave| &wave.answers).collect()
    }

    /// Own weights that all people share; the survey's own where they differ, as nobody's weights may hold for
    /// others unasked.
    pub fn weights(&self) -> Weights {
        let people = self.people();
        let shared = people.first().map(|first| &first.weights);
        let shared = shared.filter(|shared| people.iter().all(|own| own.weights == **shared));
        shared.cloned().unwrap_or_default()
    }

    /// Who stands behind the answers of this panel and of a later one (model 2.7.5).
    ///
    /// They are the same people only if everybody is named and nobody joined or left. Of two numbers of people
    /// the smaller counts, so that no change is called clear too early.
    pub fn comparison(&self, later: &Self) -> Comparison {
        let (before, after) = (self.people(), later.people());
        if let ([before], [after]) = (before.as_slice(), after.as_slice()) {
            return Comparison::between(before, after);
        }
        let names = |people: &[&Rc<Wave>]| people.iter().map(|own| name(own).map(str::to_owned)).collect();
        let [names_before, names_after]: [Option<Vec<String>>; 2] = [names(&before), names(&after)];
        Comparison {
            raters: before.len().min(after.len()),
            same_persons: names_before.is_some() && names_before == names_after,
        }
    }
}

/// The name that tells this person apart, if there is one.
fn name(wave: &Wave) -> Option<&str> {
    wave.respondent.id.as_deref().filter(|id| !id.is_empty())
}

/// Whose wave it is: those with a name first; every other wave is a person of its own.
fn person(wave: &Wave) -> (bool, &str) {
    name(wave).map_or((true, &wave.id), |name| (false, name))
}

/// Whether two waves are of one person.
pub fn is_of(a: &Wave, b: &Wave) -> bool {
    person(a) == person(b)
}

/// The order of waves in a panel.
fn place(a: &Wave, b: &Wave) -> Ordering {
    person(a).cmp(&person(b)).then_with(|| compare(a, b))
}

/// An order of all waves of one person: by time, then by name, then by content. Equal only if all is equal.
fn compare(a: &Wave, b: &Wave) -> Ordering {
    let when = (a.date, a.kind, &a.id).cmp(&(b.date, b.kind, &b.id));
    when.then_with(|| surroundings(a, b)).then_with(|| content(&a.answers, &b.answers))
}

fn surroundings(a: &Wave, b: &Wave) -> Ordering {
    let about = |wave: &Wave| -> [Option<String>; 7] {
        let own = &wave.respondent;
        let texts = [&wave.assessment, &wave.scope, &wave.lang].map(|text| Some(text.clone()));
        let [assessment, scope, lang] = texts;
        let beyond = wave.beyond.as_deref().map(str::to_owned);
        [assessment, scope, lang, own.id.clone(), own.group.clone(), wave.version.clone(), beyond]
    };
    let behind = |wave: &Wave| (wave.respondent.people, wave.respondent.median_deviation.map(f64::to_bits));
    let weights = |wave: &Wave| -> Vec<_> {
        wave.weights.iter().map(|(id, weight)| (id.clone(), weight.to_bits())).collect()
    };
    let order = |wave: &Wave| wave.respondent.anchor_order;
    (about(a), order(a), weights(a), behind(a)).cmp(&(about(b), order(b), weights(b), behind(b)))
}

fn content(a: &Answers, b: &Answers) -> Ordering {
    let items = |own: &Answers| -> Vec<_> {
        let all = own.items.iter();
        all.map(|(id, own)| (id.clone(), own.reply, own.evidence, own.note.clone(), own.meaning_rev))
            .collect()
    };
    let split = |own: Option<EffortSplit>| own.map(|own| own.parts().map(f64::to_bits));
    let rest = |own: &Answers| (split(own.effort), split(own.wish), own.aim.clone());
    (items(a), rest(a)).cmp(&(items(b), rest(b)))
}
