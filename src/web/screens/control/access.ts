import type { Invitation, Invite, Me } from '../../lib/api/index.ts';

/** Who the reader is. Asked until it is answered. */
export async function currentUser(): Promise<Me> {
  for (;;) {
    try {
      const answer = await fetch('/api/me');
      if (answer.ok) return await answer.json();
    } catch {
      // The line is down; the badge says so.
    }
    await new Promise((again) => setTimeout(again, 2_000));
  }
}

/** @throws Error with what the server says stands in the way */
export async function invite(invitation: Invite): Promise<Invitation> {
  const answer = await fetch('/api/invitations', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(invitation),
  });
  if (answer.ok) return answer.json();
  const problem = await answer.json().catch(() => ({}));
  throw new Error(problem.title ?? String(answer.status));
}
