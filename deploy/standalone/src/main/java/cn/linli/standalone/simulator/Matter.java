package cn.linli.standalone.simulator;

import java.util.List;

/** A kind of everyday matter of the demo city; all of it is invented. */
record Matter(String category, String kind, String title, String description, String result) {
  static final List<Matter> ALL =
      List.of(
          new Matter(
              "heating", "appeal", "家里暖气不热", "进入供暖期后室内温度一直偏低，希望尽快检查管线。", "已联系供热单位清洗过滤网并排气，复测室温达标。"),
          new Matter("heating", "appeal", "楼道供暖管道漏水", "一楼楼道供暖管道接头处渗水，地面湿滑。", "已更换接头并清理积水。"),
          new Matter(
              "parking", "complaint", "消防通道被占用停车", "小区北门消防通道长期有车辆停放，影响通行。", "已劝离车辆，施划禁停标线并加装警示牌。"),
          new Matter(
              "parking",
              "suggestion",
              "建议增设夜间错时停车位",
              "晚间车位紧张，建议协调周边单位错时开放。",
              "已与周边单位协商，开放夜间车位三十个。"),
          new Matter("sanitation", "appeal", "垃圾桶满溢无人清运", "楼前垃圾桶已满两天，气味较大。", "已安排清运并调整清运频次。"),
          new Matter("sanitation", "hazard", "绿化带内有建筑垃圾", "绿化带内堆放装修垃圾，有碎玻璃。", "已清理并提醒装修业主按规定堆放。"),
          new Matter("noise", "complaint", "夜间施工噪声扰民", "附近工地晚上十点后仍在施工。", "已约谈施工单位，限定施工时间。"),
          new Matter("noise", "complaint", "广场音响音量过大", "傍晚广场音响音量较大，影响学生学习。", "已协商降低音量并缩短活动时间。"),
          new Matter("illegal-building", "complaint", "顶楼搭建阳光房", "住户在楼顶平台搭建构筑物。", "已核查并督促当事人自行拆除。"),
          new Matter(
              "property-management",
              "complaint",
              "电梯广告费用未公示",
              "物业未公示公共收益，业主要求公开。",
              "物业已在公示栏公布公共收益收支。"),
          new Matter("property-management", "appeal", "单元门禁损坏", "单元门禁失灵一周，存在安全隐患。", "已更换门禁读卡器。"),
          new Matter("street-lighting", "hazard", "巷内路灯不亮", "巷内三盏路灯不亮，夜间行走不便。", "已更换光源，照明恢复。"),
          new Matter("water", "consultation", "咨询停水时间", "想了解本周管网改造停水的具体时间。", "已告知停水时段并张贴通知。"),
          new Matter("elevator", "hazard", "电梯运行异响", "电梯上行时有明显异响。", "维保单位已检修，检测合格。"),
          new Matter("manhole", "hazard", "井盖破损", "人行道井盖破损，存在绊倒风险。", "已更换井盖并排查周边。"));
}
