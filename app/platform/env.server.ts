import { z } from 'zod';
import { DATA_DIR } from './paths.server.ts';

const Env = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
  /** file:… for the embedded SQLite, postgres://… for PostgreSQL. */
  DATABASE_URL: z
    .string()
    .regex(/^(file:.+|postgres(ql)?:\/\/.+)$/, 'phải bắt đầu bằng file: hoặc postgres://')
    .default(`file:${DATA_DIR}/tim-hieu.db`),
  /** Public address, https://…; decides whether cookies are Secure and which Origin may post. */
  APP_ORIGIN: z.url({ protocol: /^https?$/ }).optional(),
  PORT: z.coerce.number().int().min(1).max(65_535).default(3000),
  HOST: z.string().default('0.0.0.0'),
  /** How many proxies in front of us set X-Forwarded-For. */
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(5).default(0),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  /** Secret of attempt tokens where several machines share one database; left out, a file of the data folder. */
  ATTEMPT_SECRET: z.string().min(32, 'phải dài ít nhất 32 ký tự').optional(),
  /**
   * Secret that all keys of the installation are derived from, where several machines share one database; several while keys
   * are changed, the newest first, with commas between. Left out, a file of the data folder.
   */
  INSTALLATION_SECRET: z
    .string()
    .regex(/^[^\s,]{32,}(?:,[^\s,]{32,})*$/u, 'phải dài ít nhất 32 ký tự')
    .optional(),
  /** smtp://user:password@host:587 or smtps://…; left out, mails go into the outbox of the data folder. */
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  /** Sender of mails: "Tìm Hiểu <tim-hieu@example.vn>". */
  MAIL_FROM: z
    .string()
    .regex(/^[^\r\n]+@[^\r\n]+$/u, 'phải có địa chỉ thư')
    .optional(),
  /** Address of an SMS gateway that takes JSON; the file with its token, and what is sent to it. */
  SMS_URL: z.url({ protocol: /^https?$/ }).optional(),
  SMS_TOKEN_FILE: z.string().optional(),
  SMS_TEMPLATE: z.string().default('{"to":"{{international}}","text":"{{text}}","id":"{{id}}"}'),
  /** The same for Zalo notifications, whose template has to be agreed with Zalo. */
  ZALO_URL: z.url({ protocol: /^https?$/ }).optional(),
  ZALO_TOKEN_FILE: z.string().optional(),
  ZALO_TEMPLATE: z.string().optional(),
  /** A provider of OpenID Connect by which people may sign in; off without its issuer and the id that it gave us. */
  OIDC_ISSUER: z.url({ protocol: /^https?$/ }).optional(),
  OIDC_CLIENT_ID: z.string().min(1).optional(),
  OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  OIDC_CLIENT_SECRET_FILE: z.string().optional(),
  /** What the button says: "Cổng định danh của tỉnh". */
  OIDC_NAME: z.string().min(1).max(60).default('Cổng định danh'),
  /** 1 lets a second factor that the provider has asked for count as ours. */
  OIDC_TRUST_MFA: z.enum(['0', '1']).default('0'),
  /** Private key that results and the audit log are signed with; left out, signing.key in the data folder's secrets. */
  SIGNING_KEY_FILE: z.string().optional(),
  /** 0 takes the service worker, which keeps the page of a running attempt for reloads without a line, off every device. */
  SERVICE_WORKER: z.enum(['0', '1']).default('1'),
  /** always: who registers does a small task first, as in a rush; for trying it out. */
  REGISTRATION_TASK: z.enum(['rush', 'always']).default('rush'),
  /** Whom to tell about a hole in the platform's security, as security.txt says it: mailto:… or https://…. */
  SECURITY_CONTACT: z
    .string()
    .regex(/^(?:mailto:[^\s@]+@[^\s@]+|https:\/\/\S+|tel:\+[\d-]+)$/u, 'phải bắt đầu bằng mailto:, https:// hoặc tel:+')
    .optional(),
  /** 1 in the demo only: sample accounts, and a notice on every page. */
  DEMO: z.enum(['0', '1']).default('0'),
});

export type Env = z.infer<typeof Env>;

let cached: Env | undefined;

/**
 * The settings of the process, read once.
 * @throws an error that names every setting that is wrong
 */
export function env(): Env {
  if (cached) return cached;
  const parsed = Env.safeParse(process.env);
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ');
    throw new Error(`Cấu hình không hợp lệ: ${faults}. Xem .env.example.`);
  }
  return (cached = parsed.data);
}

/** Whether browsers reach us over https, so that cookies can be Secure. */
export const isSecure = (): boolean => env().APP_ORIGIN?.startsWith('https:') ?? false;
