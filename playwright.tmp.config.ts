process.env['E2E_PORT'] = '3127';
process.env['E2E_FOLDER'] = '/tmp/signals-demo';
const { default: config } = await import('./playwright.config.ts');
const { webServer: _, globalTeardown: __, ...rest } = config;
export default rest;
