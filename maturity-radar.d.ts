// Types of the element; docs/element.md says what everything does.

/** A document as an object, or its JSON text. */
export type Document = string | object;

/** What `importData` resolves to. */
export interface Outcome {
  /** How many waves and drafts were not there yet. */
  taken: number;
  problems: { code: string; pointer: string; message: string }[];
}

/** What was computed from the answers; the fields are those of the model. */
export interface Results {
  waves: { id: string; score: object; dominance: object; balance: object; effort_mix: object | null; confidence: object }[];
  change: object | null;
  progress: object | null;
  plan: object | null;
  team: object | null;
  perception_gap: object | null;
  /** By lens that was answered: what it says, with `gaps` and `changed`. */
  lenses: Record<string, object>;
}

export type Code =
  | 'mr-old-browser'
  | 'mr-no-wasm'
  | 'mr-wasm-blocked'
  | 'mr-policy'
  | 'mr-origin'
  | 'mr-script-missing'
  | 'mr-script-type'
  | 'mr-wasm-missing'
  | 'mr-wasm-type'
  | 'mr-style-missing'
  | 'mr-style-type'
  | 'mr-versions'
  | 'mr-offline'
  | 'mr-restarted'
  | 'mr-stopped'
  | 'mr-survey-missing'
  | 'mr-survey-unreachable'
  | 'mr-survey-page'
  | 'mr-survey-broken';

/** A step of the survey, counted from 1. */
export interface Step {
  step: number;
  steps: number;
}

export interface MaturityRadarEventMap {
  'mr-ready': CustomEvent<null>;
  'mr-start': CustomEvent<Step>;
  'mr-step': CustomEvent<Step>;
  'mr-complete': CustomEvent<null | { score: object; dominance: object; balance: object }>;
  'mr-save': CustomEvent<{ place: 'database' | 'simple' | 'memory' | 'unavailable' | 'full' | 'refused' }>;
  'mr-export': CustomEvent<{ kind: string }>;
  'mr-error': CustomEvent<{ code: Code }>;
}

export interface MaturityRadarElement extends HTMLElement {
  survey: Document;
  lang: string;
  theme: 'auto' | 'light' | 'dark';
  storage: 'device' | 'session' | 'none';
  history: 'on' | 'off';
  headingLevel: number;
  shareScores: boolean;
  readonly results: Results;
  importData(document: Document, options?: { colleagues?: boolean }): Promise<Outcome>;
  exportData(): Promise<object[]>;
  addEventListener<Name extends keyof MaturityRadarEventMap>(
    name: Name, listener: (this: MaturityRadarElement, event: MaturityRadarEventMap[Name]) => void, options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(name: string, listener: EventListenerOrEventListenerObject, options?: boolean | AddEventListenerOptions): void;
}

declare global {
  interface HTMLElementTagNameMap {
    'maturity-radar': MaturityRadarElement;
  }
}
