import { Form, Link, NavLink, useLocation, useMatches, useNavigation } from '@remix-run/react';
import type { ReactNode } from 'react';
import { paths, withReturn } from '#app/paths.ts';
import { shellText } from '#app/text/shell.ts';
import { useLocale, useText } from './locale.tsx';

interface ShellProps {
  readonly isDemo: boolean;
  readonly isSignedIn: boolean;
  /** The person has roles, which wait for the second step of signing in. */
  readonly isHeldBack: boolean;
  readonly seesDashboard: boolean;
  readonly readsItems: boolean;
  readonly theme: string;
  readonly textSize: string;
  readonly children: ReactNode;
}

/** A route says by `handle = FOCUSED` that nothing should lead away from it: no navigation stands above it. */
export const FOCUSED = { isFocused: true } as const;

const isFocusedHandle = (handle: unknown): boolean =>
  typeof handle === 'object' && handle !== null && 'isFocused' in handle && handle.isFocused === true;

/** What stands around every page: the way to its parts above, display settings below. */
export function PageShell(props: ShellProps) {
  const { isDemo, isSignedIn, isHeldBack, seesDashboard, readsItems, theme, textSize, children } = props;
  const t = useText(shellText);
  const isWaiting = useNavigation().state !== 'idle';
  const isFocused = useMatches().some((match) => isFocusedHandle(match.handle));
  return (
    <>
      <a className="skip-link" href="#content">
        {t.skipToContent}
      </a>
      <p className="waiting" role="status">
        {isWaiting && <span className="waiting__words">{t.loading}</span>}
      </p>
      {isDemo && <aside className="demo-bar">{t.demoNotice}</aside>}
      {isHeldBack && !isFocused && <HeldBack />}
      <header className={isFocused ? 'site-header site-header--focused' : 'site-header'}>
        <div className="site-header__inner">
          <Link className="brand" to={paths.home()}>
            <Mark />
            {t.siteName}
          </Link>
          {!isFocused && (
            <nav className="site-nav" aria-label={t.mainNavigation}>
              <NavLink to={paths.topics()}>{t.topics}</NavLink>
              <NavLink to={paths.contests()}>{t.contests}</NavLink>
              <NavLink to={paths.units()}>{t.units}</NavLink>
              {seesDashboard && <NavLink to={paths.manage()}>{t.manage}</NavLink>}
              {readsItems && !seesDashboard && <NavLink to={paths.manageItems()}>{t.items}</NavLink>}
              {isSignedIn ? (
                <NavLink to={paths.account()}>{t.account}</NavLink>
              ) : (
                <NavLink to={paths.signIn()}>{t.signIn}</NavLink>
              )}
            </nav>
          )}
        </div>
      </header>
      <main className="site-main" id="content" tabIndex={-1}>
        {children}
      </main>
      <footer className="site-footer">
        <div className="site-footer__inner">
          <div className="site-footer__words stack-s">
            <p>{t.siteTagline}</p>
            <p>{t.footerNote}</p>
            <p className="row">
              <Link to={paths.privacy()}>{t.privacy}</Link>
              <Link to={paths.accessibility()}>{t.accessibility}</Link>
            </p>
          </div>
          <DisplayForm theme={theme} textSize={textSize} />
        </div>
      </footer>
    </>
  );
}

/** The way to the second step, for somebody whose roles wait for it; not where they are on it already. */
function HeldBack() {
  const t = useText(shellText);
  const { pathname, search } = useLocation();
  if (pathname === paths.signInSecond() || pathname === paths.secondFactor() || pathname === paths.stepUp())
    return null;
  return (
    <aside className="demo-bar" aria-label={t.heldBack}>
      <Link to={withReturn(paths.signInSecond(), pathname + search)}>{t.heldBack}</Link>
    </aside>
  );
}

function DisplayForm({ theme, textSize }: { theme: string; textSize: string }) {
  const t = useText(shellText);
  const locale = useLocale();
  const { pathname, search } = useLocation();
  return (
    <Form className="display-form" method="post" action={paths.preferences()} reloadDocument aria-label={t.display}>
      <input type="hidden" name="returnTo" value={pathname + search} />
      <label>
        {t.theme}
        <select name="theme" defaultValue={theme}>
          <option value="auto">{t.themeAuto}</option>
          <option value="light">{t.themeLight}</option>
          <option value="dark">{t.themeDark}</option>
        </select>
      </label>
      <label>
        {t.textSize}
        <select name="textSize" defaultValue={textSize}>
          {['100', '125', '150'].map((percent) => (
            <option key={percent} value={percent}>
              {percent} %
            </option>
          ))}
        </select>
      </label>
      <label>
        {t.language}
        <select name="locale" defaultValue={locale}>
          <option value="vi">Tiếng Việt</option>
          <option value="en">English</option>
        </select>
      </label>
      <button className="button button--quiet">{t.apply}</button>
    </Form>
  );
}

/** Karst and water: three lines, no emblem. */
function Mark() {
  return (
    <svg
      viewBox="0 0 32 32"
      fill="none"
      stroke="currentColor"
      strokeWidth="2.4"
      strokeLinecap="round"
      aria-hidden="true"
    >
      <path d="M3 20c3-1 4-11 7-11s3 5 5 5 3-9 6-9 4 14 8 15" />
      <path d="M3 25c3-1.6 5-1.6 8 0s5 1.6 8 0 5-1.6 10 0" />
    </svg>
  );
}
