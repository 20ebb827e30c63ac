import type { PrintCell, PrintDocument, PrintGrid, PrintLine, PrintNode } from '#app/platform/print/print-node.ts';
import { reportsText } from '#app/text/reports.ts';
import { useText } from '#app/ui/locale.tsx';

/** A document as it will lie on paper, as far as a screen can show it. */
export function PaperPreview({ document }: { document: PrintDocument }) {
  return (
    <article className="paper" lang="vi">
      {document.nodes.map((node, index) => (
        <Node key={index} node={node} />
      ))}
      <p className="paper__foot">{document.footer}</p>
    </article>
  );
}

function Node({ node }: { node: PrintNode | PrintCell['nodes'][number] }) {
  const t = useText(reportsText);
  switch (node.kind) {
    case 'line':
      return <Line line={node} />;
    case 'rule':
      return <hr className={node.length > 120 ? 'paper__rule paper__rule--long' : 'paper__rule'} />;
    case 'signature':
      return <div className="paper__signature">{t.placeNote}</div>;
    case 'group':
      return node.nodes.map((each, index) => <Node key={index} node={each} />);
    case 'grid':
      return node.ruled ? <Table grid={node} /> : <Beside grid={node} />;
    case 'turn':
    case 'pageBreak':
      return null;
  }
}

function Line({ line: { runs, align, firstIndent, size, above = 0 } }: { line: PrintLine }) {
  const classes = [
    'paper__line',
    align ? `paper__line--${align}` : '',
    firstIndent ? 'paper__line--indent' : '',
    above >= 8 ? 'paper__line--apart' : '',
    size !== undefined && size < 13 ? 'paper__line--small' : '',
    size !== undefined && size > 14 ? 'paper__line--large' : '',
  ];
  return (
    <p className={classes.filter(Boolean).join(' ')}>
      {runs.map((run, index) => {
        if (run.kind !== 'text') return null;
        const look = [run.italic ? 'paper__italic' : '', run.underline ? 'paper__under' : ''].filter(Boolean).join(' ');
        const words = look === '' ? run.text : <span className={look}>{run.text}</span>;
        return run.bold ? <b key={index}>{words}</b> : <span key={index}>{words}</span>;
      })}
    </p>
  );
}

/** What stands side by side. */
function Beside({ grid }: { grid: PrintGrid }) {
  return grid.rows.map((row, index) => (
    <div className="paper__beside" key={index}>
      {row.map((cell, place) => (
        <div key={place}>
          {cell.nodes.map((node, at) => (
            <Node key={at} node={node} />
          ))}
        </div>
      ))}
    </div>
  ));
}

const wordsOf = ({ nodes }: PrintCell): string =>
  nodes
    .flatMap((node) => (node.kind === 'line' ? node.runs : []))
    .map((run) => (run.kind === 'text' ? run.text : ''))
    .join('');

const alignOf = ({ nodes: [first] }: PrintCell): string =>
  first?.kind === 'line' && first.align ? `paper__line--${first.align}` : '';

function Table({ grid }: { grid: PrintGrid }) {
  const [heads, lines] = [grid.rows.slice(0, grid.headerRows), grid.rows.slice(grid.headerRows)];
  const name = (heads[0] ?? []).map(wordsOf).slice(0, 3).join(', ');
  return (
    <div className="table-scroll" role="region" tabIndex={0} aria-label={name}>
      <table className="paper__table">
        <thead>
          {heads.map((row, index) => (
            <tr key={index}>
              {row.map((cell, place) => (
                <th key={place} scope="col">
                  {wordsOf(cell)}
                </th>
              ))}
            </tr>
          ))}
        </thead>
        <tbody>
          {lines.map((row, index) => (
            <tr key={index}>
              {row.map((cell, place) => (
                <td key={place} className={alignOf(cell)}>
                  {wordsOf(cell)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
