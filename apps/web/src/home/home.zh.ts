export const homeZh = {
  home: {
    title: '首页',
    morning: '%{name}，早上好',
    afternoon: '%{name}，下午好',
    evening: '%{name}，晚上好',
    today: '今天 %{day} %{weekday}',
    weekday: { '0': '周日', '1': '周一', '2': '周二', '3': '周三', '4': '周四', '5': '周五', '6': '周六' },
    nothing: '今天没有待办',
    nothingWhy: '有新的待办时会出现在这里和右上角的铃里',
    where: '从这里开始',
  },
};
