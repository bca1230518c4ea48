import type { Answer } from '../../lib/connection/index.ts';

type Refusal = NonNullable<Answer['refusal']>;

/** Refusals whose own words say already what to do. */
const saying = new Set<Refusal>(['reason_required', 'reason_too_long', 'command_id_reused', 'upgrade_under_way']);

/** What an operator does about a refusal: most say that something is not any more as it was when the button was pressed. */
export const remedyOf = (refusal: Refusal) => (refusal === 'not_allowed' ? 'remedyRights' : saying.has(refusal) ? undefined : 'remedyLook');
