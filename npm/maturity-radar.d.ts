/** A fault of mr-error, and what the promises of the element are rejected with. */
export interface MaturityRadarError extends Error {
  readonly name: 'MaturityRadarError';
  readonly code: string;
}

/** A document that was not taken, or a part of one: a stable code, where it stands, and what it means. */
export interface Problem {
  code: string;
  /** A JSON pointer. */
  pointer: string;
  message: string;
}

/** Scores run from 0 to 100; their fields are those of the model that surveys/README.md describes. */
export interface Results {
  /** By date. */
  waves: Array<{ id: string; score: unknown; dominance: unknown; balance: unknown; effort_mix: unknown; confidence: unknown }>;
  /** The latest wave against the baseline; null with one wave. */
  change: unknown;
  /** Own targets in force; null without. */
  progress: unknown;
  plan: unknown;
  team: unknown;
  perception_gap: unknown;
}

/** The element: `<maturity-radar>`. */
export interface MaturityRadarElement extends HTMLElement {
  /** Address of a survey relative to the page, or the survey itself; empty for the three roles. */
  survey: string | object;
  /** Whether the page's scheme decides, or this. */
  theme: 'auto' | 'light' | 'dark';
  /** Where answers are kept: on the device, until the tab is closed, or until the element is removed. */
  storage: 'device' | 'session' | 'none';
  /** Whether earlier waves are kept. */
  history: 'on' | 'off';
  /** Of the widget's first heading, 1 to 6. */
  headingLevel: number;
  /** Whether mr-complete tells scores. */
  shareScores: boolean;
  /** Everything that was worked out; empty lists and null before the first completed wave. */
  readonly results: Results;
  /**
   * Takes one answer file, a list of them or a history, as JSON text or object. `taken` counts new waves.
   * With `colleagues` what other people answered stands beside one's own, on the team's screen.
   */
  importData(document: string | object, options?: { colleagues?: boolean }): Promise<{ taken: number; problems: Problem[] }>;
  /** Every wave, as a list of answer files. */
  exportData(): Promise<object[]>;
}

/** The element's own events. They bubble and leave shadow roots; none tells answers. */
export interface MaturityRadarEvents {
  'mr-ready': CustomEvent<null>;
  'mr-start': CustomEvent<{ step: number; steps: number }>;
  'mr-step': CustomEvent<{ step: number; steps: number }>;
  'mr-save': CustomEvent<{ place: string }>;
  'mr-complete': CustomEvent<{ score: unknown; dominance: unknown; balance: unknown } | null>;
  'mr-export': CustomEvent<{ kind: string }>;
  'mr-error': CustomEvent<{ code: string }>;
}

declare global {
  interface HTMLElementTagNameMap {
    'maturity-radar': MaturityRadarElement;
  }
  interface HTMLElementEventMap extends MaturityRadarEvents {}
}
