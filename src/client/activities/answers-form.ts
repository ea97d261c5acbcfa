import { makeAutoObservable, observableRef } from 'mobx';
import type { Question, QuestionAnswer } from '../../contract/activities';
import { answersToSend, toggled, unanswered, type Answers } from './answers';

interface Parts {
  readonly questions: () => readonly Question[];
  /** After every answer. */
  readonly whenAnswered?: (answers: Answers) => void;
}

/** Questions of an activity on their way to being answered. */
export class AnswersForm {
  answers: Answers = {};

  private hasTried = false;

  constructor(private readonly parts: Parts) {
    makeAutoObservable<AnswersForm, 'parts'>(
      this,
      { parts: false, answers: observableRef },
      { autoBind: true },
    );
  }

  /** Ids of those that still want an answer, once one has tried without. */
  get missing(): readonly string[] {
    return this.hasTried ? unanswered(this.parts.questions(), this.answers) : [];
  }

  get sent(): QuestionAnswer[] {
    return answersToSend(this.parts.questions(), this.answers);
  }

  /** As they were given before. */
  begin(answers: Answers): void {
    this.answers = answers;
    this.hasTried = false;
  }

  answer(questionId: string, values: readonly string[]): void {
    this.answers = { ...this.answers, [questionId]: values };
    this.parts.whenAnswered?.(this.answers);
  }

  toggle({ id, options }: Question, option: string): void {
    this.answer(id, toggled(options, this.answers[id] ?? [], option));
  }

  /** From now on it is said what is missing. */
  check(): void {
    this.hasTried = true;
  }
}
