/**
 * The one place that writes policies. Forced row level security on a client-owned table: a transaction sees and writes
 * the rows of the clients named in `app.client_ids`, and none when that is unset. The sub-select makes the list one
 * init plan instead of one evaluation per row.
 */
export function secureByClient(table: string, options: { houseWide?: boolean } = {}): string {
  const mine =
    "client_id = any (array(select unnest(string_to_array(nullif(current_setting('app.client_ids', true), ''), ',')::uuid[])))";
  const everyone = "client_id = '00000000-0000-0000-0000-000000000000'";
  const ours = "(select current_setting('app.internal', true)) = 'on'";
  const visible = options.houseWide ? `${mine} or ${everyone}` : mine;
  const writable = options.houseWide ? `${mine} or (${everyone} and ${ours})` : mine;
  return securedBy(table, visible, writable);
}

/** Forced row level security with a visibility and a writability condition of one's own. */
export function securedBy(table: string, visible: string, writable: string): string {
  return `
    alter table ${table} enable row level security;
    alter table ${table} force row level security;
    create policy ${table}_select on ${table} for select using (${visible});
    create policy ${table}_insert on ${table} for insert with check (${writable});
    create policy ${table}_update on ${table} for update using (${writable}) with check (${writable});
    create policy ${table}_delete on ${table} for delete using (${writable});
  `;
}
