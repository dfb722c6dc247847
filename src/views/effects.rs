//! What the session causes outside itself: records read and written, files offered, focus moved.
//!
//! One keeper per widget writes one record after the other, so that a later state of a draft never loses
//! against an earlier one, and tells the session what is safe.

use crate::browser::clock;
use crate::browser::store::Shelf;
use crate::document::{Code, Tree, answers, draft};
use crate::draft::{Continued, Draft};
use crate::history::{History, Wave};
use crate::session::{Action, DamagedRecord, Moment, Opened};
use crate::storage::{Record, StoreError};
use crate::survey::Survey;
use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;
use yew::Callback;
use yew::platform::spawn_local;

/// This moment, with a random number.
pub fn moment() -> Moment {
    Moment { ms: clock::now_ms(), day: clock::today(), chance: clock::chance() }
}

/// Writes the records of one widget.
pub struct Keeper {
    survey: Rc<Survey>,
    shelf: Shelf,
    report: Callback<Action>,
    jobs: RefCell<VecDeque<Job>>,
    busy: Cell<bool>,
    /// Waves that are known to be stored.
    kept: RefCell<Vec<String>>,
    /// The draft that was written last, to be cleared away once its wave is safe.
    last_draft: RefCell<Option<Draft>>,
    idle: RefCell<Vec<Callback<()>>>,
}

enum Job {
    Draft { revision: u32, draft: Draft },
    Wave(Rc<Wave>),
}

impl Keeper {
    /// Opens storage and reads what is there.
    pub async fn open(survey: Rc<Survey>, in_memory: bool, report: Callback<Action>) -> (Rc<Self>, Opened) {
        let shelf = if in_memory { Shelf::in_memory() } else { Shelf::open(&survey.id).await };
        let mut opened = sort(shelf.all().await, &survey);
        opened.keeping = shelf.keeping();
        let kept = opened.history.waves().iter().map(|wave| wave.id.clone()).collect();
        let keeper = Self {
            survey,
            shelf,
            report,
            jobs: RefCell::default(),
            busy: Cell::default(),
            kept: RefCell::new(kept),
            last_draft: RefCell::default(),
            idle: RefCell::default(),
        };
        (Rc::new(keeper), opened)
    }

    /// Keeps a draft; only its newest state matters.
    pub fn keep_draft(self: &Rc<Self>, revision: u32, draft: Draft) {
        self.jobs.borrow_mut().retain(|job| !matches!(job, Job::Draft { .. }));
        self.add(Job::Draft { revision, draft });
    }

    /// Keeps every wave that is not stored yet.
    pub fn keep_waves(self: &Rc<Self>, history: &History) {
        for wave in history.waves() {
            if !self.kept.borrow().contains(&wave.id) {
                self.kept.borrow_mut().push(wave.id.clone());
                self.jobs.borrow_mut().retain(|job| !matches!(job, Job::Draft { draft, .. } if draft.id == wave.id));
                self.add(Job::Wave(wave.clone()));
            }
        }
    }

    /// Calls back once everything is written.
    pub fn when_idle(&self, call: Callback<()>) {
        if self.busy.get() {
            self.idle.borrow_mut().push(call);
        } else {
            call.emit(());
        }
    }

    /// Removes everything of this survey.
    pub fn erase(self: &Rc<Self>) {
        let keeper = self.clone();
        self.jobs.borrow_mut().clear();
        spawn_local(async move {
            match keeper.shelf.clear().await {
                Ok(()) => {
                    keeper.kept.borrow_mut().clear();
                    keeper.report.emit(Action::Erased);
                }
                Err(error) => keeper.report_failure(error),
            }
        });
    }

    fn add(self: &Rc<Self>, job: Job) {
        self.jobs.borrow_mut().push_back(job);
        if !self.busy.replace(true) {
            let keeper = self.clone();
            spawn_local(async move { keeper.work().await });
        }
    }

    async fn work(&self) {
        loop {
            let job = self.jobs.borrow_mut().pop_front();
            match job {
                Some(Job::Draft { revision, draft }) => self.write_draft(revision, draft).await,
                Some(Job::Wave(wave)) => self.write_wave(&wave).await,
                None => break,
            }
        }
        self.busy.set(false);
        for call in self.idle.take() {
            call.emit(());
        }
    }

    async fn write_draft(&self, revision: u32, draft: Draft) {
        let record = Record { key: draft.key(), text: draft::write(&draft, &self.survey).write() };
        match self.shelf.put(record).await {
            Ok(keeping) => {
                for Continued { key, touched_ms } in &draft.continues {
                    self.shelf.remove_if(key, |text| touched(text) == Some(*touched_ms)).await;
                }
                self.last_draft.replace(Some(draft));
                self.report.emit(Action::Saved { revision, keeping });
            }
            Err(error) => self.report_failure(error),
        }
    }

    async fn write_wave(&self, wave: &Wave) {
        let key = ["wave/", &wave.id].concat();
        let text = answers::write(wave, &self.survey).write();
        match self.shelf.put(Record { key, text }).await {
            Ok(keeping) => {
                let done = self.last_draft.borrow_mut().take_if(|draft| draft.id == wave.id);
                if let Some(draft) = done {
                    self.shelf.remove_if(&draft.key(), |_| true).await;
                }
                self.report.emit(Action::Saved { revision: 0, keeping });
            }
            Err(error) => self.report_failure(error),
        }
    }

    fn report_failure(&self, error: StoreError) {
        self.report.emit(Action::SaveFailed { error });
    }
}

/// Tells waves, drafts and damaged records apart.
fn sort(records: Vec<Record>, survey: &Survey) -> Opened {
    let (mut history, mut drafts, mut damaged) = (History::default(), Vec::<(String, Draft)>::new(), Vec::new());
    for record in records {
        let read = Tree::parse(&record.text).map_err(|problem| vec![problem]);
        let failed = if record.key.starts_with("wave/") {
            read.and_then(|tree| answers::read(&tree, survey)).map(|wave| {
                history.add(Rc::new(wave));
            })
        } else {
            read.and_then(|tree| draft::read(&tree, survey)).map(|draft| drafts.push((record.key.clone(), draft)))
        };
        if let Err(problems) = failed {
            let newer = problems.iter().any(|problem| problem.code == Code::NewerVersion);
            damaged.push(DamagedRecord { record, newer });
        }
    }
    drafts.sort_by(|(_, a), (_, b)| b.touched_ms.total_cmp(&a.touched_ms));
    let continued: Vec<Continued> = drafts.iter().flat_map(|(_, draft)| draft.continues.clone()).collect();
    let mut seen: Vec<String> = Vec::new();
    drafts.retain(|(key, draft)| {
        let taken_over = continued.iter().any(|own| own.key == *key && own.touched_ms >= draft.touched_ms);
        let submitted = history.wave(&draft.id).is_some();
        let known = seen.contains(key);
        seen.push(key.clone());
        !taken_over && !submitted && !known
    });
    Opened { history: Rc::new(history), drafts, damaged, ..Opened::default() }
}

/// When the draft in this text was last answered.
fn touched(text: &str) -> Option<f64> {
    match Tree::parse(text).ok()?.get("touched_ms") {
        Some(Tree::Number(touched_ms)) => Some(*touched_ms),
        _ => None,
    }
}

/// Everything there is, as one file that can be read again.
pub fn everything(survey: &Survey, history: &History, drafts: &[&Draft]) -> String {
    let waves = history.waves().iter().map(|wave| answers::write(wave, survey));
    let drafts = drafts.iter().map(|draft| draft::write(draft, survey));
    Tree::List(waves.chain(drafts).collect()).write()
}

/// Damaged records as they are, in one file.
pub fn damaged_file(damaged: &[DamagedRecord]) -> String {
    let record = |own: &DamagedRecord| {
        Tree::record([("key", Tree::text(&own.record.key)), ("text", Tree::text(&own.record.text))])
    };
    Tree::List(damaged.iter().map(record).collect()).write()
}
