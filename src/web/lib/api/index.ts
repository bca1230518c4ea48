// api: what goes between the server and the screens, by its plain names. wire.ts is generated from the server's own
// description of it (openapi.json, `npm run wire`); screens import from here only and never see how it is nested.
import type { components } from './wire.ts';

type Schemas = components['schemas'];

export type ActRow = Schemas['ActRow'];
export type Actor = Schemas['Actor'];
export type CommandAnswer = Schemas['CommandAnswer'];
export type ControlMessage = Schemas['ControlMessage'];
export type ControlUpdate = Schemas['ControlUpdate'];
export type ControlView = Schemas['ControlView'];
export type CreatedTeleconference = Schemas['CreatedTeleconference'];
export type Figure = Schemas['Figure'];
export type Heartbeat = Schemas['Heartbeat'];
export type Invitation = Schemas['Invitation'];
export type Invite = Schemas['Invite'];
export type LaunchRow = Schemas['LaunchRow'];
export type LogRow = Schemas['LogRow'];
export type Me = Schemas['Me'];
export type Phase = Schemas['Phase'];
export type PlanError = Schemas['PlanError'];
export type PlanProblem = Schemas['PlanProblem'];
export type PublicLaunch = Schemas['PublicLaunch'];
export type PublicSegment = Schemas['PublicSegment'];
export type PublicView = Schemas['PublicView'];
export type Qualifier = Schemas['Qualifier'];
export type ReadinessItem = Schemas['ReadinessItem'];
export type RefusalCode = NonNullable<Schemas['RefusalCode']>;
export type RegionRow = Schemas['RegionRow'];
export type SegmentKind = Schemas['SegmentKind'];
export type SegmentRow = Schemas['SegmentRow'];
export type SiteRow = Schemas['SiteRow'];
export type SiteUpdate = Schemas['SiteUpdate'];
export type SiteView = Schemas['SiteView'];
export type Sum = Schemas['Sum'];
export type TeleconferenceHeader = Schemas['TeleconferenceHeader'];
export type TeleconferenceRow = Schemas['TeleconferenceRow'];
export type Text = Schemas['Text'];
export type TotalsView = Schemas['TotalsView'];
export type Trouble = Schemas['Trouble'];
export type UnreadableLog = Schemas['UnreadableRow'];
export type Unit = Schemas['Unit'];

/** The description says of each command what its `type` is, but not that it must be there. */
type Typed<C> = C extends { type?: string } ? C & Required<Pick<C, 'type'>> : never;
export type Command = Typed<Schemas['Command']>;
export type CommandRequest = Omit<Schemas['CommandRequest'], 'command'> & { command: Command };

/** RFC 9457 problem details, as the server writes them. */
export type Problem = Schemas['ProblemDetails'] & { code?: string; state?: string };

export { readinessItems } from './readiness.ts';
