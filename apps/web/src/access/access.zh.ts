export const accessZh = {
  access: {
    title: '登录',
    product: '招商履约',
    zone: '海口国家高新区',
    username: '用户名',
    password: '密码',
    signIn: '登录',
    signingIn: '正在登录',
    needBoth: '请填写用户名和密码',
    demo: '演示环境，可用这些账号',
    demoPassword: '密码在启动时显示的框里',
    role: { admin: '管理员', manager: '管委会领导', officer: '招商专员', secretary: '企业秘书', auditor: '审计员' },
  },
};
