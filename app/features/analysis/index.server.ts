export { analyseSettled } from './analyse-settled.server.ts';
export { analysisCsv, analysisXlsx, getAnalysisTable } from './export-analysis.server.ts';
export { getAnalysisPage } from './get-analysis-page.server.ts';
export { getItemAnalysis } from './get-item-analysis.server.ts';
export { getItemFigures } from './get-item-figures.server.ts';
