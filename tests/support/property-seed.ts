// Property tests choose their cases by lot. Where a change is judged the lot is always the same, so that the verdict depends on
// the change alone; everywhere else each run tries other cases.
import fc from 'fast-check';

if (process.env['CI']) fc.configureGlobal({ seed: 20_260_701 });
