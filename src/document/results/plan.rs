//! Targets and plan as hosts and tests read them.

use crate::document::Tree;
use crate::history::{Progress, Standing};
use crate::plan::{Focus, FocusState, Move, MoveKind, Plan, Reason};
use crate::scoring::ConfidenceLevel;
use crate::survey::{CapabilityId, ItemId, RoleId, Survey};

/// The fields of the golden function `progress`.
pub fn progress_results(read: &Progress) -> Tree {
    let capabilities = read.capabilities.iter().map(|(id, standing)| {
        let fields = match standing {
            Standing::Raise { gap, closed } => Tree::record([
                ("state", Tree::text("raise")),
                ("gap", Tree::number(*gap)),
                ("closed", Tree::number(*closed)),
                ("share", Tree::number(closed / gap)),
            ]),
            Standing::Hold { kept } => {
                Tree::record([("state", Tree::text("hold")), ("kept", Tree::Bool(*kept))])
            }
        };
        (id.as_str().to_owned(), fields)
    });
    let share = |share: &Option<f64>| Tree::or_null(share.map(Tree::number));
    let roles = read.roles.iter().map(|(id, own)| (id.as_str().to_owned(), share(own)));
    Tree::record([
        ("capability", Tree::Record(capabilities.collect())),
        ("role", Tree::Record(roles.collect())),
        ("overall", share(&read.overall)),
    ])
}

/// The fields of the golden function `plan`.
pub fn plan_results(read: &Plan, survey: &Survey) -> Tree {
    Tree::record([("focus", focus_fields(&read.focus)), ("plan", plan_fields(read, survey))])
}

fn role(id: &Option<RoleId>) -> Tree {
    Tree::or_null(id.as_ref().map(|id| Tree::text(id.as_str())))
}

fn state(focus: &Focus) -> Tree {
    Tree::text(match focus.state {
        FocusState::Chosen => "ok",
        FocusState::RenewTargets => "renew_targets",
    })
}

fn reasons(reasons: &[Reason]) -> Tree {
    Tree::List(reasons.iter().map(|reason| Tree::text(reason.name())).collect())
}

fn focus_fields(focus: &Focus) -> Tree {
    let roles = focus.roles.iter().map(|(id, own)| {
        let fields = [
            ("importance", Tree::number(own.importance)),
            ("need", Tree::number(own.need)),
            ("priority", Tree::number(own.priority())),
            ("provisional", Tree::Bool(own.provisional)),
        ];
        (id.as_str().to_owned(), Tree::record(fields))
    });
    let close = focus.close_call.iter().map(|id| Tree::text(id.as_str()));
    let mut fields = vec![
        ("roles".to_owned(), Tree::Record(roles.collect())),
        ("focus".to_owned(), role(&focus.role)),
        ("state".to_owned(), state(focus)),
        ("close_call".to_owned(), Tree::List(close.collect())),
    ];
    if focus.role.is_some() {
        fields.push(("reasons".to_owned(), reasons(&focus.reasons)));
    }
    Tree::Record(fields)
}

fn plan_fields(plan: &Plan, survey: &Survey) -> Tree {
    let moves = Tree::List(plan.moves.iter().map(|own| move_fields(own, survey)).collect());
    let mut fields =
        vec![("focus".to_owned(), role(&plan.focus.role)), ("state".to_owned(), state(&plan.focus))];
    if plan.focus.role.is_some() {
        fields.push(("reasons".to_owned(), reasons(&plan.focus.reasons)));
    }
    fields.push(("moves".to_owned(), moves));
    if plan.focus.role.is_some() {
        let watch = plan.watch.as_ref().map(|watch| {
            Tree::record([
                ("role", Tree::text(watch.role.as_str())),
                ("capability", Tree::or_null(watch.capability.as_ref().map(|id| Tree::text(id.as_str())))),
                ("reason", Tree::text(Reason::Protect.name())),
            ])
        });
        fields.push(("watch".to_owned(), Tree::or_null(watch)));
        let confidence = match plan.confidence {
            ConfidenceLevel::Low => "low",
            ConfidenceLevel::Medium => "medium",
            ConfidenceLevel::High => "high",
        };
        fields.push(("confidence".to_owned(), Tree::text(confidence)));
    }
    Tree::Record(fields)
}

fn move_fields(own: &Move, survey: &Survey) -> Tree {
    let step = |kind: &str, capability: &CapabilityId, level: u8| {
        vec![
            ("capability".to_owned(), Tree::text(capability.as_str())),
            ("level".to_owned(), Tree::Number(f64::from(level))),
            ("kind".to_owned(), Tree::text(kind)),
        ]
    };
    let mut fields = match &own.kind {
        MoveKind::Focus { capability, level, lower_side } => {
            let code = |id: &ItemId| Some(Tree::text(&survey.place(id)?.item.code));
            let mut fields = step("focus", capability, *level);
            fields.push(("lower_side".to_owned(), Tree::or_null(lower_side.as_ref().and_then(code))));
            fields
        }
        MoveKind::Enabler { capability, level, .. } => step("enabler", capability, *level),
        MoveKind::MakeRoom => vec![("kind".to_owned(), Tree::text("make_room"))],
        MoveKind::Evidence => vec![("kind".to_owned(), Tree::text("evidence"))],
    };
    fields.push(("reason".to_owned(), Tree::text(own.reason.name())));
    Tree::Record(fields)
}
