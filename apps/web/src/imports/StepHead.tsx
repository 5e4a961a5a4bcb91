import { useTranslate } from 'ra-core';
import type { ReactNode } from 'react';
import { PageHead } from '../parts/layout/Card.js';
import { Icon } from '../parts/marks/Icon.js';
import './imports.css';

const steps = ['upload', 'map', 'check', 'result'] as const;
export type Step = (typeof steps)[number];

/** Title, position in the four steps, and the actions of the step. */
export function StepHead({
  title,
  step,
  actions,
  onStep,
}: {
  title: string;
  step: Step;
  actions?: ReactNode;
  onStep?: (step: Step) => void;
}) {
  const translate = useTranslate();
  const at = steps.indexOf(step);
  return (
    <PageHead
      title={title}
      beside={
        <ol className="importsteps" aria-label={translate('imports.title')}>
          {steps.map((one, index) => (
            <li
              key={one}
              className={index < at ? 'ok' : index === at ? 'on' : ''}
              aria-current={index === at ? 'step' : undefined}
            >
              <span>{index < at ? <Icon name="check" /> : index + 1}</span>
              {onStep && index < at && one !== 'upload' ? (
                <button type="button" className="plain" onClick={() => onStep(one)}>
                  {translate(`imports.step.${one}`)}
                </button>
              ) : (
                translate(`imports.step.${one}`)
              )}
            </li>
          ))}
        </ol>
      }
      actions={actions}
    />
  );
}
