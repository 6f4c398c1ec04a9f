/** Of the canvas on the page: WeChat makes pictures only of one that stands there. */
export const easelId = 'easel'
