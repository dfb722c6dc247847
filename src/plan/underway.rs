//! The 90 days as they are lived: who does what, how far it came, what the check at the end found (model 3.2).

use super::{Move, MoveKind, Plan, Reason};
use crate::history::Date;
use crate::survey::RoleId;

/// A plan that was begun. Its moves stay what they are, whatever is answered or aimed at later.
#[derive(Clone, Debug, PartialEq)]
pub struct Underway {
    /// The first of its days.
    pub start: Date,
    /// The role it serves.
    pub focus: RoleId,
    /// Its moves, those of the plan first, then those that left it.
    pub moves: Vec<Undertaking>,
}

/// A move somebody has taken on.
#[derive(Clone, Debug, PartialEq)]
pub struct Undertaking {
    /// What it is for.
    pub kind: MoveKind,
    /// Why.
    pub reason: Reason,
    /// Who sees to it, in the person's own words.
    pub owner: String,
    /// The day it begins; that of the plan unless another was set.
    pub start: Option<Date>,
    /// How far it came.
    pub state: MoveState,
    /// What shows it, in the person's own words.
    pub evidence: String,
    /// What the check at the end found; never part of a score.
    pub check: MoveCheck,
}

/// How far a move came.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum MoveState {
    /// Still to do.
    #[default]
    Open,
    /// Done.
    Done,
    /// Given up, or no longer part of the plan.
    Dropped,
}

/// The pulse of one move: held against its 'done when', with a line of evidence.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct MoveCheck {
    /// What was found.
    pub outcome: Option<Outcome>,
    /// What shows it.
    pub evidence: String,
    /// What follows from it.
    pub decision: Option<Decision>,
}

/// Whether 'done when' is met.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It is.
    Met,
    /// In part.
    Partly,
    /// It is not.
    NotMet,
}

/// What happens to a move after its check.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decision {
    /// It goes on as it is.
    Keep,
    /// It goes on in another way.
    Change,
    /// It ends.
    Stop,
}

impl MoveState {
    /// Every state with its name in documents and results.
    pub const NAMES: [(Self, &str); 3] =
        [(Self::Open, "open"), (Self::Done, "done"), (Self::Dropped, "dropped")];
}

impl Outcome {
    /// Every outcome with its name in documents and results.
    pub const NAMES: [(Self, &str); 3] =
        [(Self::Met, "met"), (Self::Partly, "partly"), (Self::NotMet, "not_met")];
}

impl Decision {
    /// Every decision with its name in documents and results.
    pub const NAMES: [(Self, &str); 3] =
        [(Self::Keep, "keep"), (Self::Change, "change"), (Self::Stop, "stop")];
}

impl Undertaking {
    /// A move nobody has touched yet.
    fn of(own: &Move) -> Self {
        Self {
            kind: own.kind.clone(),
            reason: own.reason,
            owner: String::new(),
            start: None,
            state: MoveState::Open,
            evidence: String::new(),
            check: MoveCheck::default(),
        }
    }
}

impl Underway {
    /// Begins a plan; none where it has no focus.
    pub fn begin(plan: &Plan, start: Date) -> Option<Self> {
        let focus = plan.focus.role.clone()?;
        Some(Self { start, focus, moves: plan.moves.iter().map(Undertaking::of).collect() })
    }

    /// Whether the plan still has the moves that are proposed, in any order.
    pub fn holds(&self, plan: &Plan) -> bool {
        let has = |own: &Move| {
            self.moves
                .iter()
                .any(|mine| mine.kind.is_same_step(&own.kind) && mine.state != MoveState::Dropped)
        };
        plan.focus.role.as_ref() == Some(&self.focus) && plan.moves.iter().all(has)
    }

    /// Takes over the moves that are proposed. What was noted on a move that stays, stays; a move that leaves
    /// the plan is dropped, and kept behind the others.
    pub fn renew(&mut self, plan: &Plan) {
        let Some(focus) = plan.focus.role.clone() else {
            return;
        };
        self.focus = focus;
        let mut left = std::mem::take(&mut self.moves);
        for own in &plan.moves {
            let known = left.iter().position(|mine| mine.kind.is_same_step(&own.kind));
            let mut mine = known.map_or_else(|| Undertaking::of(own), |at| left.remove(at));
            mine.kind = own.kind.clone();
            if mine.state == MoveState::Dropped {
                mine.state = MoveState::Open;
            }
            self.moves.push(mine);
        }
        for mut mine in left {
            if mine.state == MoveState::Open {
                mine.state = MoveState::Dropped;
            }
            self.moves.push(mine);
        }
    }

    /// Which of its days a day is: 1 is the first. Before the start it is 0 or less, as on a device whose clock
    /// was set back.
    pub fn day(&self, today: Date) -> i32 {
        today.day_number() - self.start.day_number() + 1
    }
}
