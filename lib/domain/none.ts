/**
 * Values of a filter that mean "none known", so that a bar or group without a source, a stage or a
 * person links to its rows too. Feishu gives neither out as an id.
 */
export const NONE_ID = '0';
export const NOBODY = 'ou_none';
