package cn.linli.platform.web;

import cn.linli.platform.division.DivisionCode;

/**
 * A body that says where something is. Checked before the handler sees it: a division that nobody
 * knows is 422 {@code unknown-division}, one the caller does not cover 403 {@code out-of-scope}.
 */
public interface InDivision {
  DivisionCode division();
}
