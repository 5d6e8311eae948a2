import { fieldsOf, type OfferField, type OfferForm } from '@/sandbox/world/records/offer-forms';

const NUMBER = /^-?\d{1,15}(\.\d{1,2})?$/;

/** What is wrong with a custom value; values come as text, lists and dates as JSON in text. */
export function valueProblem(
  form: OfferForm,
  field: OfferField,
  value: string,
): 'formula' | 'value' | null {
  const isOption = (id: unknown) => field.options.some((option) => option.id === id);
  switch (field.type) {
    case 'select':
      return isOption(value) ? null : 'value';
    case 'multi_select': {
      const chosen = parsed(value);
      return Array.isArray(chosen) && chosen.every(isOption) ? null : 'value';
    }
    case 'number':
    case 'amount':
      return NUMBER.test(value) ? null : 'value';
    case 'date_select':
      return /^\{\s*"date"\s*:\s*"\d{4}-\d{2}-\d{2}"\s*\}$/.test(value) ? null : 'value';
    case 'formula':
      return isFormula(form, value) ? null : 'formula';
    default:
      return null;
  }
}

/** Numbers, brackets around ids of preset pay fields, `+ - * /` and parentheses that close. */
function isFormula(form: OfferForm, text: string): boolean {
  const fields = new Set(fieldsOf(form).flatMap((field) => (field.wire ? [field.id] : [])));
  const tokens = text.match(/\[\d+\]|\d+(\.\d+)?|[-+*/()]|\S/g) ?? [];
  let depth = 0;
  let wantsOperand = true;
  for (const token of tokens) {
    if (token === '(' && wantsOperand) depth += 1;
    else if (token === ')' && !wantsOperand && depth > 0) depth -= 1;
    else if (/^[-+*/]$/.test(token) && !wantsOperand) wantsOperand = true;
    else if (/^\d/.test(token) && wantsOperand) wantsOperand = false;
    else if (/^\[/.test(token) && wantsOperand && fields.has(token.slice(1, -1))) {
      wantsOperand = false;
    } else return false;
  }
  return depth === 0 && !wantsOperand;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
