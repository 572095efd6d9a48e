import { Client } from 'pg';

type Query = (this: Client, ...values: unknown[]) => unknown;

/** What this process sends to PostgreSQL while `act` runs, in order; the api under test lives in this process. */
export async function statementsOf(act: () => Promise<unknown>): Promise<string[]> {
  const sent: string[] = [];
  const original = Reflect.get(Client.prototype, 'query') as Query;
  const counted: Query = function counted(this: Client, ...values) {
    const [first] = values;
    const text = typeof first === 'string' ? first : ((first as { text?: string } | undefined)?.text ?? '');
    sent.push(text.replace(/\s+/g, ' ').trim().slice(0, 120));
    return original.apply(this, values);
  };
  Reflect.set(Client.prototype, 'query', counted);
  try {
    await act();
  } finally {
    Reflect.set(Client.prototype, 'query', original);
  }
  return sent;
}
