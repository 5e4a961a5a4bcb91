/**
 * Sentences for errors without a code: by HTTP status, when a proxy answered or nobody did, and when the page itself
 * failed. Codes have their sentences in @crm/api-contract/sentences.
 */
export const errorsZh = {
  errors: {
    unknown: '页面出错，操作没有完成。请刷新后再试，仍不行请把下面的编号告诉管理员',
    'status.0': '连不上服务器。请检查网络，稍后重试；已填的内容还在',
    'status.400': '请求无法识别。请刷新页面后再试',
    'status.401': '登录已过期，请重新登录',
    'status.403': '您没有权限做这件事。需要时请联系管理员开通',
    'status.404': '没有找到，可能已被删除，或不在您的权限范围内。请返回列表',
    'status.409': '与已有的数据冲突，没有保存。请刷新后核对',
    'status.412': '别人先保存了。请核对不同之处后再保存',
    'status.413': '内容太大，没有上传。请拆小后再试',
    'status.415': '不支持这种文件。请换一种格式',
    'status.422': '有内容不符合要求，没有保存。请按提示修改',
    'status.429': '操作太频繁，请 %{seconds} 秒后再试',
    'status.500': '服务器出错，操作没有完成。请稍后重试，仍不行请把编号告诉管理员',
    'status.502': '服务器正在重启，请稍后重试',
    'status.503': '服务器正忙或正在维护，请 %{seconds} 秒后再试',
    'status.504': '服务器没有及时回答，请稍后重试',
  },
};
