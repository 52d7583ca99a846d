/** Stands in a text where a formula was that nobody can read out; cleaning drops the sentences that lean on it. */
export const FORMULA_MARK = '\uFFFC';

const LONGEST_FORMULA_CHARS = 24;
const SIGNS: Readonly<Record<string, string>> = {
  times: '×',
  cdot: '·',
  pm: '±',
  approx: '≈',
  leq: '≤',
  geq: '≥',
  le: '≤',
  ge: '≥',
  neq: '≠',
  circ: '°',
  alpha: 'α',
  beta: 'β',
  gamma: 'γ',
  delta: 'δ',
  Delta: 'Δ',
  epsilon: 'ε',
  theta: 'θ',
  lambda: 'λ',
  mu: 'μ',
  pi: 'π',
  rho: 'ρ',
  sigma: 'σ',
  tau: 'τ',
  phi: 'φ',
  omega: 'ω',
  Omega: 'Ω',
};
const RAISED: Readonly<Record<string, string>> = { '1': '¹', '2': '²', '3': '³', '\\circ': '°' };
const PLAIN = /^[\p{L}\p{N}\s=+−×·±≈≤≥≠°%.,()¹²³]+$/u;

/** Returns a TeX formula as people write it in a line, "E = mc²", or FORMULA_MARK when it needs more than a line. */
export function readFormula(tex: string): string {
  const text = tex
    .replace(/^\s*\{\\(?:displaystyle|textstyle)\s*([\s\S]*)\}\s*$/u, '$1')
    .replace(/\\(?:mathrm|mathit|mathbf|text|textrm|operatorname)\s*\{([^{}]*)\}/gu, '$1')
    .replace(/\^\{?\s*(\\circ|[123])\s*\}?/gu, (_raised, what: string) => RAISED[what] ?? FORMULA_MARK)
    .replace(/\\[,;:! ]|~/gu, ' ')
    .replace(/\\([A-Za-z]+)/gu, (_sign, name: string) => SIGNS[name] ?? FORMULA_MARK)
    .replaceAll('-', '−')
    .replace(/\s*([=≈≤≥≠×])\s*/gu, ' $1 ')
    .replace(/\s+/gu, ' ')
    .trim();
  return text.length <= LONGEST_FORMULA_CHARS && PLAIN.test(text) ? text : FORMULA_MARK;
}
