//! Groups of people by the name they gave their own, such as a function or a market (model 2.9).

use super::Panel;
use crate::answers::Answers;
use crate::survey::Parameters;

/// People who named the same group.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// Its name in their own words; of several spellings the first in order.
    pub name: String,
    /// Their places in [`Panel::people`], rising.
    pub people: Vec<usize>,
}

impl Group {
    /// What its people said, in their order.
    pub fn answers<'a>(&self, panel: &'a Panel) -> Vec<&'a Answers> {
        let all = panel.answers();
        self.people.iter().filter_map(|person| all.get(*person).copied()).collect()
    }

    /// Whether it may be shown only with the consent of its people.
    pub fn needs_consent(&self, parameters: &Parameters) -> bool {
        needs_consent(parameters, self.people.len())
    }
}

/// Whether so few people can be recognized that their figures need their consent.
pub fn needs_consent(parameters: &Parameters, people: usize) -> bool {
    people < parameters.team.consent_min_n
}

impl Panel {
    /// The groups that people named, in the order of names. Space around a name and capital letters make no
    /// difference; who named none is in none.
    pub fn groups(&self) -> Vec<Group> {
        let mut groups: Vec<(String, Group)> = Vec::new();
        for (person, wave) in self.people().into_iter().enumerate() {
            let name = wave.respondent.group.as_deref().unwrap_or_default().trim();
            if name.is_empty() {
                continue;
            }
            let alike = name.to_lowercase();
            match groups.iter_mut().find(|(own, _)| *own == alike) {
                Some((_, group)) => {
                    group.people.push(person);
                    if name < group.name.as_str() {
                        name.clone_into(&mut group.name);
                    }
                }
                None => groups.push((alike, Group { name: name.to_owned(), people: vec![person] })),
            }
        }
        groups.sort_by(|(a, _), (b, _)| a.cmp(b));
        groups.into_iter().map(|(_, group)| group).collect()
    }
}
