import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { closeSync, mkdirSync, openSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { mustRun, until } from './processes.mts';

export interface RgwServer {
  pids: number[];
  port: number;
  endpoint: string;
  accessKey: string;
  secretKey: string;
}

function configuration(
  folder: string,
  fsid: string,
  { port, monPort }: { port: number; monPort: number },
): string {
  return `[global]
fsid = ${fsid}
mon_initial_members = a
mon_host = v2:127.0.0.1:${monPort}
public_addr = 127.0.0.1
cluster_addr = 127.0.0.1
auth_cluster_required = none
auth_service_required = none
auth_client_required = none
# without this, radosgw hangs at start: as a daemon it asks for secure mode, which needs cephx
ms_mon_client_mode = crc
# without these two, each new pool takes 1 to 2 s
paxos_propose_interval = 0.05
paxos_min_wait = 0.01
run_dir = ${folder}/run
admin_socket = ${folder}/run/$name.asok
pid_file = ${folder}/run/$name.pid
log_file = ${folder}/log/$name.log
mon_cluster_log_file = ${folder}/log/cluster.log
crash_dir = ${folder}/log
keyring = /dev/null
osd_pool_default_size = 1
osd_pool_default_min_size = 1
osd_pool_default_pg_num = 4
osd_pool_default_pgp_num = 4
osd_pool_default_pg_autoscale_mode = off
osd_crush_chooseleaf_type = 0
mon_allow_pool_size_one = true
mon_max_pg_per_osd = 1000
mon_data_avail_crit = 1
[mon]
mon_data = ${folder}/mon
[osd]
osd_data = ${folder}/osd
osd_objectstore = memstore
memstore_device_bytes = 4294967296
osd_memory_target = 1073741824
osd_class_load_list = *
osd_class_default_list = *
[client]
rgw_frontends = beast endpoint=127.0.0.1:${port}
rgw_override_bucket_index_max_shards = 1
rgw_dynamic_resharding = false
`;
}

async function answers(port: number): Promise<boolean> {
  try {
    return (await fetch(`http://127.0.0.1:${port}/`)).ok;
  } catch {
    return false;
  }
}

/**
 * A one-node Ceph RGW kept in memory: a real S3 server from Debian packages. `folder` is absolute and short (a socket
 * path has about 100 characters). `onStart` hears of each process at once, so a start that fails leaves none behind.
 */
export async function startRgw(
  folder: string,
  { port, monPort }: { port: number; monPort: number },
  onStart: (pid: number) => void = () => undefined,
): Promise<RgwServer> {
  for (const part of ['mon', 'osd', 'run', 'log']) mkdirSync(join(folder, part), { recursive: true });
  const fsid = randomUUID();
  const osd = randomUUID();
  const file = join(folder, 'ceph.conf');
  writeFileSync(file, configuration(folder, fsid, { port, monPort }));
  const env = { ...process.env, CEPH_CONF: file };
  const pids: number[] = [];
  const start = (command: string, args: string[]): ChildProcess => {
    const log = openSync(join(folder, 'log', `${command}.out`), 'a');
    const child = spawn(command, args, { env, stdio: ['ignore', log, log], detached: true });
    closeSync(log);
    child.unref();
    if (child.pid !== undefined) {
      pids.unshift(child.pid);
      onStart(child.pid);
    }
    return child;
  };
  const map = join(folder, 'monmap');
  await mustRun('monmaptool', ['--create', '--fsid', fsid, '--addv', 'a', `[v2:127.0.0.1:${monPort}]`, map], {
    env,
  });
  await mustRun('ceph-mon', ['-i', 'a', '--mkfs', '--monmap', map], { env });
  start('ceph-mon', ['-f', '-i', 'a']);
  await mustRun('timeout', ['60', 'ceph', '--connect-timeout', '30', 'osd', 'new', osd], { env });
  await mustRun('ceph-osd', ['-i', '0', '--mkfs', '--osd-uuid', osd], { env });
  start('ceph-osd', ['-f', '-i', '0']);
  const keys = { accessKey: 'testaccess', secretKey: 'testsecret123' };
  const user = ['user', 'create', '--uid=test', '--display-name=test'];
  const login = [`--access-key=${keys.accessKey}`, `--secret-key=${keys.secretKey}`];
  await mustRun('timeout', ['60', 'radosgw-admin', '-n', 'client.rgw', ...user, ...login], { env });
  start('radosgw', ['-f', '-n', 'client.rgw']);
  if (!(await until(() => answers(port), 30_000, 100)))
    throw new Error(`radosgw did not answer; see ${folder}/log`);
  return { pids, port, endpoint: `http://127.0.0.1:${port}`, ...keys };
}
