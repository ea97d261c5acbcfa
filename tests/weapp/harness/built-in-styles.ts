/** What built-in components look like before the mini-program's own styles, roughly. */
export const builtInStyles = `
html{height:100%}body{margin:0}wx-page{display:contents}[hidden]{display:none!important}
wx-view,wx-form,wx-swiper-item,wx-checkbox-group,wx-radio-group,wx-cover-view,wx-rich-text,wx-picker,wx-navigator{display:block}
wx-text{white-space:pre-wrap}wx-scroll-view{display:block;width:100%}
wx-swiper{display:block;height:150px;overflow:hidden}
wx-image{display:inline-block;width:320px;height:240px;overflow:hidden}
wx-icon,wx-switch,wx-checkbox,wx-radio,wx-label{display:inline-block}
wx-input{display:block;height:1.4em;overflow:hidden}wx-textarea{display:block;width:300px;height:150px}
wx-input>input,wx-textarea>textarea{width:100%;height:100%;border:0;padding:0;margin:0;background:none;font:inherit;
color:inherit;outline:0;resize:none;box-sizing:border-box}
wx-canvas,wx-map,wx-video,wx-camera{display:block;width:300px;height:150px}
wx-button{display:block;box-sizing:border-box;margin:0 auto;padding:0 14px;font-size:18px;line-height:2.55555556;
text-align:center;border-radius:5px;background:#f8f8f8;color:#000;border:1px solid rgba(0,0,0,.2);overflow:hidden}
wx-button[type=primary]{background:#07c160;color:#fff}wx-button[type=warn]{background:#e64340;color:#fff}
wx-button[size=mini]{display:inline-block;font-size:13px;line-height:2.3}
wx-button[disabled]{opacity:.6}`;
