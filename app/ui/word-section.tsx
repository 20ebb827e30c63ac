/** A heading and its sentences, as a list where there are several: for pages of plain words. */
export function WordSection({ title, ...sentences }: Readonly<Record<string, string>> & { readonly title: string }) {
  const texts = Object.entries(sentences);
  return (
    <section>
      <h2>{title}</h2>
      {texts.length === 1 ? (
        <p>{texts[0]?.[1]}</p>
      ) : (
        <ul>
          {texts.map(([key, text]) => (
            <li key={key}>{text}</li>
          ))}
        </ul>
      )}
    </section>
  );
}
