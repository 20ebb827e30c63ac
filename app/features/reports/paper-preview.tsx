import { reportsText } from '#app/text/reports.ts';
import { useText } from '#app/ui/locale.tsx';
import type { PaperNode } from './paper/paper-view.ts';

/** A document as it will lie on paper, as far as a screen can show it. */
export function PaperPreview({ nodes, footer }: { nodes: readonly PaperNode[]; footer: string }) {
  return (
    <article className="paper" lang="vi">
      <Nodes nodes={nodes} />
      <p className="paper__foot">{footer}</p>
    </article>
  );
}

const Nodes = ({ nodes }: { nodes: readonly PaperNode[] }) =>
  nodes.map((node, index) => <Node key={index} node={node} />);

function Node({ node }: { node: PaperNode }) {
  const t = useText(reportsText);
  switch (node.kind) {
    case 'line':
      return <Line line={node} />;
    case 'rule':
      return <hr className={node.isLong ? 'paper__rule paper__rule--long' : 'paper__rule'} />;
    case 'signature':
      return <div className="paper__signature">{t.placeNote}</div>;
    case 'beside':
      return (
        <div className="paper__beside">
          {node.cells.map((cell, place) => (
            <div key={place}>
              <Nodes nodes={cell} />
            </div>
          ))}
        </div>
      );
    case 'table':
      return <Table table={node} />;
  }
}

function Line({ line: { runs, align, isIndented, isApart, size } }: { line: Extract<PaperNode, { kind: 'line' }> }) {
  const classes = ['paper__line', `paper__line--${align}`, `paper__line--${size}`];
  if (isIndented) classes.push('paper__line--indent');
  if (isApart) classes.push('paper__line--apart');
  return (
    <p className={classes.join(' ')}>
      {runs.map(({ text, bold, italic, underline }, index) => {
        const look = [italic ? 'paper__italic' : '', underline ? 'paper__under' : ''].filter(Boolean).join(' ');
        const words = look === '' ? text : <span className={look}>{text}</span>;
        return bold ? <b key={index}>{words}</b> : <span key={index}>{words}</span>;
      })}
    </p>
  );
}

function Table({ table: { heads, rows } }: { table: Extract<PaperNode, { kind: 'table' }> }) {
  return (
    <div className="table-scroll" role="region" tabIndex={0} aria-label={heads.slice(1, 3).join(', ')}>
      <table className="paper__table">
        <thead>
          <tr>
            {heads.map((name, place) => (
              <th key={place} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>
              {row.map(({ text, align }, place) => (
                <td key={place} className={`paper__line--${align}`}>
                  {text}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
