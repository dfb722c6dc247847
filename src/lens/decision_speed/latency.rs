//! How long decisions wait, and which could be taken where the knowledge is (model 4.1 B).

use super::Rules;
use crate::lens::lowest_first;
use crate::lens::points::share;

/// What the person doing the work may do today.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Right {
    /// Wait for an instruction.
    Waits,
    /// Propose.
    Proposes,
    /// Act within written limits.
    WithinLimits,
    /// Act, then inform.
    ActsThenInforms,
}

impl Right {
    /// All of them with their names, from the least to the most.
    pub const NAMES: [(Self, &str); 4] = [
        (Self::Waits, "waits"),
        (Self::Proposes, "proposes"),
        (Self::WithinLimits, "within_limits"),
        (Self::ActsThenInforms, "acts_then_informs"),
    ];

    /// The right of this name.
    pub fn of(name: &str) -> Option<Self> {
        Self::NAMES.iter().find(|(_, own)| *own == name).map(|(right, _)| *right)
    }

    fn may_act(self) -> bool {
        matches!(self, Self::WithinLimits | Self::ActsThenInforms)
    }
}

/// How much a wrong decision could harm.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exposure {
    /// A little.
    Low,
    /// Noticeably.
    Medium,
    /// Seriously.
    High,
}

impl Exposure {
    /// The exposure of this name.
    pub fn of(name: &str) -> Option<Self> {
        match name {
            "low" => Some(Self::Low),
            "medium" => Some(Self::Medium),
            "high" => Some(Self::High),
            _ => None,
        }
    }
}

/// One type of decision as it was entered; times in working hours.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Decision {
    /// Its name for good.
    pub id: String,
    /// Who decides, in steps up from the person doing the work.
    pub height: Option<f64>,
    /// The lowest level at which somebody knows enough.
    pub knowledge: Option<f64>,
    /// Sign-offs in a row.
    pub stops: Option<f64>,
    /// Usual wait for each of them.
    pub wait: Option<f64>,
    /// Interval of the scheduled meeting it waits for, 0 for none.
    pub forum: Option<f64>,
    /// Within what time it still has its full effect, more than 0.
    pub window: Option<f64>,
    /// Cases a month.
    pub per_month: Option<f64>,
    /// Measured median of the last cases.
    pub observed: Option<f64>,
    /// What the person doing the work may do.
    pub right: Option<Right>,
    /// Whether it can be undone without lasting harm.
    pub reversible: Option<bool>,
    /// How much a wrong one could harm.
    pub exposure: Option<Exposure>,
}

/// Whether a decision comes in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Timing {
    /// Within its window.
    InTime,
    /// Up to some windows.
    Late,
    /// Beyond that.
    WindowMissed,
}

impl Timing {
    /// The name in results and texts.
    pub fn name(self) -> &'static str {
        match self {
            Self::InTime => "in_time",
            Self::Late => "late",
            Self::WindowMissed => "window_missed",
        }
    }
}

/// What is known of one type of decision; `None` where something it needs is missing. Times in working hours.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DecisionRead {
    /// Its name for good.
    pub id: String,
    /// Time that the steps explain.
    pub estimate: Option<f64>,
    /// The measured time if there is one, else the estimate.
    pub used: Option<f64>,
    /// Measured time that the steps do not explain.
    pub hidden_wait: Option<f64>,
    /// Time by window.
    pub ratio: Option<f64>,
    /// Whether it comes in time.
    pub timing: Option<Timing>,
    /// Steps between who decides and who knows, from 0.
    pub pushdown_gap: Option<f64>,
    /// Hours past the window in a month, all cases.
    pub late_hours: Option<f64>,
    /// Time if it were decided where the knowledge is, without a meeting.
    pub after: Option<f64>,
    /// Hours past the window then.
    pub late_hours_after: Option<f64>,
    /// Hours of delay avoided.
    pub late_hours_saved: Option<f64>,
}

/// What to do with a decision of the shortlist.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ShortlistKind {
    /// Decide it where the knowledge is.
    PushDown,
    /// Name a person at the present level who decides without a meeting.
    StandingDelegate,
}

impl ShortlistKind {
    /// The name in results and texts.
    pub fn name(self) -> &'static str {
        match self {
            Self::PushDown => "push_down",
            Self::StandingDelegate => "standing_delegate",
        }
    }
}

/// A decision worth moving.
#[derive(Clone, Debug, PartialEq)]
pub struct Shortlisted {
    /// Its name for good.
    pub id: String,
    /// What to do; `None` until it is known whether it can be undone and how exposed it is.
    pub kind: Option<ShortlistKind>,
    /// Hours of delay avoided in a month.
    pub saves: f64,
    /// Whether it would be late even then.
    pub still_late: bool,
}

/// What is known of all decisions. Shares are percent of cases of which the matter is known.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Decisions {
    /// One for each that was entered, in that order.
    pub decisions: Vec<DecisionRead>,
    /// Share of cases by right, those without cases left out.
    pub rights_share: Vec<(Right, f64)>,
    /// Decisions in which people may act and yet must ask.
    pub paper_rights: Vec<String>,
    /// Share of cases in time.
    pub in_time_share: Option<f64>,
    /// Share of cases with a short window.
    pub realtime_share: Option<f64>,
    /// Share of cases decided by the person doing the work or next to it.
    pub near_front_share: Option<f64>,
    /// Hours of delay in a month, waiting time and never labour; `None` where no case could be timed.
    pub late_hours: Option<f64>,
    /// The largest savings, largest first.
    pub shortlist: Vec<Shortlisted>,
}

fn usable(value: Option<f64>) -> Option<f64> {
    value.filter(|value| value.is_finite() && *value >= 0.0)
}

fn read_one(rules: &Rules, own: &Decision) -> DecisionRead {
    let (stops, wait, forum) = (usable(own.stops), usable(own.wait), usable(own.forum));
    let window = usable(own.window).filter(|window| *window > 0.0);
    let [per_month, height, knowledge] = [own.per_month, own.height, own.knowledge].map(usable);
    let steps = match stops {
        // Nobody is asked, so nobody is waited for.
        Some(0.0) => Some(0.0),
        _ => stops.zip(wait).map(|(stops, wait)| stops * wait),
    };
    // The expected wait for a meeting is half its interval.
    let estimate = steps.zip(forum).map(|(steps, forum)| (steps + forum / 2.0).max(rules.act_floor));
    let observed = usable(own.observed);
    let used = observed.or(estimate);
    let timed = used.zip(window);
    let ratio = timed.map(|(used, window)| used / window);
    let late = |time: Option<f64>| Some(per_month? * (time? - window?).max(0.0));
    let after = estimate.zip(used).and_then(|(estimate, used)| {
        let nearer = match knowledge {
            Some(0.0) => 0.0,
            knowledge => knowledge? * wait?,
        };
        Some(estimate.min(nearer).max(rules.act_floor) * used / estimate)
    });
    let (late_hours, late_hours_after) = (late(used), late(after));
    DecisionRead {
        id: own.id.clone(),
        estimate,
        used,
        hidden_wait: observed.zip(estimate).map(|(observed, estimate)| observed - estimate),
        ratio,
        timing: ratio.map(|ratio| match ratio {
            _ if ratio <= 1.0 => Timing::InTime,
            _ if ratio <= rules.late => Timing::Late,
            _ => Timing::WindowMissed,
        }),
        pushdown_gap: height.zip(knowledge).map(|(height, knowledge)| (height - knowledge).max(0.0)),
        late_hours,
        after,
        late_hours_after,
        late_hours_saved: late_hours.zip(late_hours_after).map(|(now, after)| now - after),
    }
}

fn shortlisted(own: &Decision, read: &DecisionRead) -> Option<Shortlisted> {
    let saves = read.late_hours_saved.filter(|saves| *saves > 0.0)?;
    let has_gap = read.pushdown_gap.is_some_and(|gap| gap > 0.0);
    let has_forum = usable(own.forum).is_some_and(|forum| forum > 0.0);
    if !has_gap && !has_forum {
        return None;
    }
    let kind = match (own.reversible, own.exposure) {
        (Some(true), _) | (_, Some(Exposure::Low | Exposure::Medium)) => Some(ShortlistKind::PushDown),
        (Some(false), Some(Exposure::High)) => Some(ShortlistKind::StandingDelegate),
        _ => None,
    };
    let still_late = read.after.zip(own.window).is_some_and(|(after, window)| after > window);
    Some(Shortlisted { id: own.id.clone(), kind, saves, still_late })
}

/// Share of cases, among those of which `matter` says something.
fn cases_share(
    decisions: &[(&Decision, &DecisionRead)],
    matter: impl Fn(&Decision, &DecisionRead) -> Option<bool>,
) -> Option<f64> {
    let (mut all, mut so) = (0.0, 0.0);
    for (own, read) in decisions {
        if let (Some(cases), Some(is_so)) = (usable(own.per_month), matter(own, read)) {
            all += cases;
            if is_so {
                so += cases;
            }
        }
    }
    share(so, all)
}

/// Reads the decisions. Each says what its own fields allow.
pub fn decisions(rules: &Rules, entered: &[Decision]) -> Decisions {
    let read: Vec<DecisionRead> = entered.iter().map(|own| read_one(rules, own)).collect();
    let both: Vec<(&Decision, &DecisionRead)> = entered.iter().zip(&read).collect();
    let mut rights_share = Vec::new();
    for (right, _) in Right::NAMES {
        let part = cases_share(&both, |own, _| own.right.map(|own| own == right));
        if let Some(part) = part.filter(|part| *part > 0.0) {
            rights_share.push((right, part));
        }
    }
    let on_paper = |own: &&Decision| {
        own.right.is_some_and(Right::may_act) && usable(own.stops).is_some_and(|stops| stops > 0.0)
    };
    let mut shortlist: Vec<Shortlisted> =
        both.iter().filter_map(|(own, read)| shortlisted(own, read)).collect();
    lowest_first(&mut shortlist, |own| -own.saves);
    shortlist.truncate(rules.shortlist);
    Decisions {
        rights_share,
        paper_rights: entered.iter().filter(on_paper).map(|own| own.id.clone()).collect(),
        in_time_share: cases_share(&both, |_, read| read.timing.map(|timing| timing == Timing::InTime)),
        realtime_share: cases_share(&both, |own, _| {
            usable(own.window).map(|window| window <= rules.realtime_hours)
        }),
        near_front_share: cases_share(&both, |own, _| {
            usable(own.height).map(|height| height <= rules.near_front_height)
        }),
        late_hours: read.iter().filter_map(|read| read.late_hours).reduce(|sum, hours| sum + hours),
        shortlist,
        decisions: read,
    }
}
