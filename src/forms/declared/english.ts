import type { Field } from '../types.js';

/**
 * How templates in English head columns, beside the label that ccds's own give them: by that label, in
 * list and tally alike. None is a heading of two fields of one form.
 */
export const ENGLISH_HEADINGS: Readonly<Record<string, readonly string[]>> = {
  Teams: ['Number of teams', 'No. of teams', 'Total teams', 'Total number of teams'],
  Members: [
    'Number of members',
    'No. of members',
    'Total members',
    'Total number of members',
    'Team members',
    'Number of team members',
  ],
  Women: ['Female', 'Females', 'Female members', 'Number of women', 'Of which female'],
  Trained: ['Trained members', 'Members trained', 'Number trained', 'Number of trained members'],
  'On Zalo OA': ['Members on Zalo OA', 'Number on Zalo OA', 'Joined Zalo OA'],
  'All households': ['Total households', 'Number of households', 'Total number of households'],
  'Households assisted in the period': [
    'Households assisted',
    'Assisted households',
    'Number of households assisted',
    'Number of assisted households',
    'Households supported',
    'Supported households',
    'Number of households supported',
    ...['in period', 'in the month', 'this month', 'this period'].flatMap((when) => [
      `Households assisted ${when}`,
      `Households supported ${when}`,
    ]),
    'Households supported in the period',
  ],
  Cumulative: ['Cumulative total', 'Cumulative households', 'Total to date'],
  'Eligible citizens': ['Number of eligible citizens', 'Total eligible citizens'],
  'Level 1': ['Level 1 accounts', 'Accounts level 1', 'Number of level 1 accounts'],
  'Level 2': ['Level 2 accounts', 'Accounts level 2', 'Number of level 2 accounts'],
  Total: ['Total accounts', 'Number of accounts'],
  'All merchants': [
    'Total merchants',
    'Number of merchants',
    'Total number of merchants',
    'Total businesses',
    'Number of businesses',
  ],
  'Cashless merchants': [
    'Number of cashless merchants',
    'Merchants with QR code',
    'Businesses with QR code',
    'Merchants accepting cashless payment',
    'Merchants taking cashless payment',
  ],
  Position: ['Role', 'Position in team', 'Role in team'],
  'Year of birth': ['Birth year', 'YOB'],
  Sex: ['Gender'],
  Telephone: ['Phone', 'Phone number', 'Telephone number', 'Mobile', 'Mobile phone', 'Contact'],
  Team: ['Team name', 'Name of team'],
  Organisation: ['Organization', 'Unit/Organisation'],
  'Head of household': ['Household head', 'Name of household head', 'Name of head of household'],
  'Date of visit': ['Visit date', 'Date of support', 'Date of assistance', 'Support date'],
  'Identity number': ['ID number', 'Citizen ID', 'Citizen ID number', 'National ID number'],
  Level: ['e-ID level', 'Account level'],
  'Date of birth': ['Birth date', 'DOB'],
  'Activated on': ['Activation date', 'Date of activation'],
  Merchant: ['Merchant name', 'Name of merchant', 'Business name', 'Name of business'],
  Owner: ['Owner name', 'Name of owner', 'Business owner'],
  'Tax code': ['Tax ID', 'Tax number'],
  'Means of payment': ['Payment method', 'Method of payment'],
  'Installed on': ['Installation date', 'Date of installation'],
  'Public services': ['Online public services', 'Public services online'],
  'Online payment': ['Electronic payment', 'Cashless payment', 'Digital payment'],
  'Online safety': ['Cybersecurity', 'Online security', 'Cyber safety'],
  'Other platforms': ['Other local platforms'],
  Note: ['Notes', 'Remark', 'Remarks', 'Comments'],
};

/** A field's headings in English: its label, and what other templates put in its place. */
export function englishHeadings({ label: { en } }: Field): readonly string[] {
  return [en, ...(ENGLISH_HEADINGS[en] ?? [])];
}
