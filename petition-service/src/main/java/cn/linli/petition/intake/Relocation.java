package cn.linli.petition.intake;

import cn.linli.platform.division.DivisionCode;
import cn.linli.platform.web.InDivision;
import jakarta.validation.constraints.NotNull;

/** Where a request belongs. */
record Relocation(@NotNull DivisionCode division) implements InDivision {}
