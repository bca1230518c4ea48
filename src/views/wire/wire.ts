// The shapes of the server's records (IndustrialMap.Live.Feed, IndustrialMap.Live.Domain), until they are generated
// from wire/openapi.json by `npm run wire`.
export interface components {
  schemas: {
    Text: { en?: string; ru?: string; kk?: string };
    Unit: 'projects' | 'tenge' | 'jobs';
    Qualifier: 'exact' | 'more_than' | 'about';
    Basis: 'stated' | 'place' | 'public_fact' | 'description';
    Phase: 'draft' | 'live' | 'ended';
    SegmentKind: 'speech' | 'site_link' | 'launch' | 'video' | 'pause';
    SegmentState: 'planned' | 'on_air' | 'done';
    LaunchState: 'planned' | 'called' | 'confirmed' | 'postponed';
    SourceStatus: 'planned' | 'commissioned' | 'to_be_launched' | 'to_be_commissioned';
    ReadinessItem: 'picture' | 'sound' | 'talkback' | 'people' | 'safety';
    Role: 'viewer' | 'coordinator' | 'operator' | 'server';
    Figure: { value: number; unit: components['schemas']['Unit']; qualifier: components['schemas']['Qualifier'] };
    Sum: {
      value?: number;
      unit: components['schemas']['Unit'];
      qualifier: components['schemas']['Qualifier'];
      stated: number;
      notStated: number;
    };
    Tally: { projects: number; tenge: components['schemas']['Sum']; jobs: components['schemas']['Sum'] };
    KeyedTally: { key?: string; tally: components['schemas']['Tally'] };
    Baseline: {
      label: components['schemas']['Text'];
      projects?: components['schemas']['Figure'];
      tenge?: components['schemas']['Figure'];
      jobs?: components['schemas']['Figure'];
      apartFromToday?: boolean;
    };
    Together: {
      projects: components['schemas']['Sum'];
      tenge: components['schemas']['Sum'];
      jobs: components['schemas']['Sum'];
    };
    TotalsPart: {
      today: components['schemas']['Tally'];
      baseline?: components['schemas']['Baseline'];
      together?: components['schemas']['Together'];
      byRegion: components['schemas']['KeyedTally'][];
      bySector: components['schemas']['KeyedTally'][];
      planned: number;
    };
    StudioScript: { place: components['schemas']['Text']; timeZone: string };
    Facilities: { count: number; notNamedLeast: number; notNamedMost: number };
    Sector: { key: string; name: components['schemas']['Text'] };
    ReportedLaunch: {
      id: string;
      name: components['schemas']['Text'];
      company?: components['schemas']['Text'];
      region?: string;
      regionBasis: components['schemas']['Basis'];
      place?: components['schemas']['Text'];
      sector?: string;
      sectorBasis: components['schemas']['Basis'];
    };
    Head: {
      id: string;
      title: components['schemas']['Text'];
      date?: string;
      phase: components['schemas']['Phase'];
      onAir?: string;
      startedAt?: string;
      endedAt?: string;
      plannedStart?: string;
      illustrativeOrder: boolean;
      regionSet: string;
      studio: components['schemas']['StudioScript'];
      facilities?: components['schemas']['Facilities'];
      sectors: components['schemas']['Sector'][];
      reported: components['schemas']['ReportedLaunch'][];
    };
    SegmentRow: {
      id: string;
      kind: components['schemas']['SegmentKind'];
      title?: components['schemas']['Text'];
      plannedSeconds: number;
      siteId?: string;
      state: components['schemas']['SegmentState'];
      startedAt?: string;
      endedAt?: string;
    };
    Readiness: {
      picture?: boolean;
      sound?: boolean;
      talkback?: boolean;
      people?: boolean;
      safety?: boolean;
      at?: string;
    };
    SiteRow: {
      id: string;
      name: components['schemas']['Text'];
      region?: string;
      regionBasis: components['schemas']['Basis'];
      place?: components['schemas']['Text'];
      timeZone: string;
      readiness: components['schemas']['Readiness'];
      ready?: boolean;
      connected?: boolean;
      linkSince?: string;
      lastActionAt?: string;
    };
    LaunchRow: {
      id: string;
      name: components['schemas']['Text'];
      company?: components['schemas']['Text'];
      siteId: string;
      segmentId?: string;
      region?: string;
      regionBasis: components['schemas']['Basis'];
      sector?: string;
      sectorBasis: components['schemas']['Basis'];
      tenge?: components['schemas']['Figure'];
      jobs?: components['schemas']['Figure'];
      sourceStatus?: components['schemas']['SourceStatus'];
      state: components['schemas']['LaunchState'];
      attempt: number;
      changedAt?: string;
      confirmedForSite: boolean;
      reason?: string;
    };
    Actor: { role: components['schemas']['Role']; name: string; siteId?: string };
    LogRow: {
      id: number;
      at: string;
      by: components['schemas']['Actor'];
      type: string;
      segmentId?: string;
      siteId?: string;
      launchId?: string;
      item?: components['schemas']['ReadinessItem'];
      ready?: boolean;
      reason?: string;
    };
    Beat: { seq: number; at: string };
    ControlView: {
      seq: number;
      head: components['schemas']['Head'];
      totals: components['schemas']['TotalsPart'];
      segments: components['schemas']['SegmentRow'][];
      sites: components['schemas']['SiteRow'][];
      launches: components['schemas']['LaunchRow'][];
      log: components['schemas']['LogRow'][];
    };
    ControlUpdate: {
      from: number;
      to: number;
      head?: components['schemas']['Head'];
      totals?: components['schemas']['TotalsPart'];
      segments?: components['schemas']['SegmentRow'][];
      sites?: components['schemas']['SiteRow'][];
      launches?: components['schemas']['LaunchRow'][];
      log?: components['schemas']['LogRow'][];
    };
    ControlMessage: {
      view?: components['schemas']['ControlView'];
      update?: components['schemas']['ControlUpdate'];
      beat?: components['schemas']['Beat'];
    };
    SiteView: {
      seq: number;
      head: components['schemas']['Head'];
      totals: components['schemas']['TotalsPart'];
      segments: components['schemas']['SegmentRow'][];
      site: components['schemas']['SiteRow'];
      launches: components['schemas']['LaunchRow'][];
    };
    SiteUpdate: {
      from: number;
      to: number;
      head?: components['schemas']['Head'];
      totals?: components['schemas']['TotalsPart'];
      segments?: components['schemas']['SegmentRow'][];
      site?: components['schemas']['SiteRow'];
      launches?: components['schemas']['LaunchRow'][];
    };
    SiteMessage: {
      view?: components['schemas']['SiteView'];
      update?: components['schemas']['SiteUpdate'];
      beat?: components['schemas']['Beat'];
    };
    PublicSegment: {
      id: string;
      kind: components['schemas']['SegmentKind'];
      title?: components['schemas']['Text'];
      site?: components['schemas']['Text'];
      place?: components['schemas']['Text'];
      region?: string;
      startedAt?: string;
    };
    PublicLaunch: {
      id: string;
      name: components['schemas']['Text'];
      company?: components['schemas']['Text'];
      region?: string;
      regionBasis: components['schemas']['Basis'];
      sector?: string;
      tenge?: components['schemas']['Figure'];
      jobs?: components['schemas']['Figure'];
      changedAt?: string;
    };
    RegionRow: { key?: string; launches: number; called: number; confirmed: number };
    PublicView: {
      seq: number;
      head: components['schemas']['Head'];
      totals: components['schemas']['TotalsPart'];
      onAir?: components['schemas']['PublicSegment'];
      next?: components['schemas']['PublicSegment'];
      regions: components['schemas']['RegionRow'][];
      called: components['schemas']['PublicLaunch'][];
      confirmed: components['schemas']['PublicLaunch'][];
    };
    PublicMessage: { view?: components['schemas']['PublicView']; beat?: components['schemas']['Beat'] };
    RefusalCode:
      | 'not_allowed'
      | 'unknown_segment'
      | 'unknown_site'
      | 'unknown_launch'
      | 'not_started'
      | 'already_started'
      | 'already_ended'
      | 'on_air_moved'
      | 'nothing_next'
      | 'nothing_before'
      | 'launch_not_planned'
      | 'launch_not_called'
      | 'launch_not_confirmed'
      | 'launch_not_postponed'
      | 'call_superseded'
      | 'reason_required'
      | 'reason_too_long';
    Command:
      | { type: 'start' }
      | { type: 'next'; onAir: string }
      | { type: 'back'; onAir: string }
      | { type: 'end'; onAir: string }
      | { type: 'report_readiness'; siteId: string; item: components['schemas']['ReadinessItem']; ready: boolean }
      | { type: 'call_launch'; launchId: string }
      | { type: 'confirm_launch'; launchId: string; attempt?: number; reason?: string }
      | { type: 'retract_confirmation'; launchId: string; reason: string }
      | { type: 'postpone_launch'; launchId: string; reason: string }
      | { type: 'bring_back_launch'; launchId: string; reason: string };
    CommandEnvelope: { commandId: string; command: components['schemas']['Command'] };
    CommandAnswer: {
      commandId: string;
      seq: number;
      refusal?: components['schemas']['RefusalCode'];
      state?: string;
    };
    TeleconferenceRow: {
      id: string;
      title: components['schemas']['Text'];
      date?: string;
      phase: components['schemas']['Phase'];
      illustrativeOrder: boolean;
      sites: number;
      launches: number;
      confirmed: number;
      regionSet: string;
    };
    Me: {
      role: components['schemas']['Role'];
      name: string;
      teleconference?: string;
      siteId?: string;
      goto?: string;
    };
    ScriptError: { where: string; line?: number; column?: number; code: string; args?: Record<string, unknown>; what: string; do: string };
  };
}
